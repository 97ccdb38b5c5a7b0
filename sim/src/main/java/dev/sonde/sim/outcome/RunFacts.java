package dev.sonde.sim.outcome;

import org.apache.commons.statistics.descriptive.Quantile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * One run's rows, looked at as the metrics need them: each series is collected and sorted once.
 *
 * <p>Percentiles are of type 7 of Hyndman and Fan (1996), the default of R and NumPy: linear
 * between the order statistics around (n − 1)·p.
 */
public final class RunFacts {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);
    private static final int DECILES = 10;

    private final RunResult run;
    private final List<MatchRow> matches;
    private final double[] timesToMatch;
    private final double[] matchedRtts;
    private final double[] estimateErrors;

    RunFacts(RunResult run) {
        this.run = run;
        matches = run.matches().stream().filter(match -> !match.cancelled()).toList();
        timesToMatch = sorted(run.people(), RunFacts::isMatched, RunFacts::timeToMatchMillis);
        matchedRtts = sorted(matches, match -> isNumber(match.rttMillis()), MatchRow::rttMillis);
        estimateErrors = sorted(
                run.probes(),
                RunFacts::isComparable,
                probe -> Math.abs(probe.rttMillis() - trueRttMillis(probe)));
    }

    RunResult run() {
        return run;
    }

    /** The matches that were not cancelled. */
    public List<MatchRow> matches() {
        return matches;
    }

    /** Times from joining to the match, of all people matched, in ms, ascending. */
    public double[] timesToMatch() {
        return timesToMatch.clone();
    }

    /** Accepted round-trip times of the matches that were not cancelled, in ms, ascending. */
    public double[] matchedRtts() {
        return matchedRtts.clone();
    }

    double timeToMatch(double p) {
        return quantile(timesToMatch, p);
    }

    double matchedRtt(double p) {
        return quantile(matchedRtts, p);
    }

    double estimateError(double p) {
        return quantile(estimateErrors, p);
    }

    /** The share of the people who joined of whom something is true. */
    double shareOfJoined(Predicate<PersonRow> what) {
        Predicate<PersonRow> joined = person -> person.firstJoinNanos() >= 0;
        return ratio(count(run.people(), joined.and(what)), count(run.people(), joined));
    }

    static boolean isMatched(PersonRow person) {
        return person.matchedNanos() >= 0 && person.firstJoinNanos() >= 0;
    }

    long probes(Predicate<ProbeRow> what) {
        return count(run.probes(), what);
    }

    /** NaN where there is no limit that a measurement could be over. */
    double shareOverLimit() {
        if (!hasLimit()) {
            return Double.NaN;
        }
        return ratio(
                probes(probe -> probe.rttMillis() > run.rttLimitMillis()),
                probes(probe -> isNumber(probe.rttMillis())));
    }

    double shareRelayed() {
        return ratio(
                probes(probe -> isOpen(probe) && probe.candidateType().equals("relay")),
                probes(RunFacts::isOpen));
    }

    /** Measured within the limit, in truth over it. */
    double falseAccepts() {
        double limit = run.rttLimitMillis();
        return againstLimit(probe -> probe.rttMillis() <= limit && trueRttMillis(probe) > limit);
    }

    /** Measured over the limit, in truth within it. */
    double falseRejects() {
        double limit = run.rttLimitMillis();
        return againstLimit(probe -> probe.rttMillis() > limit && trueRttMillis(probe) <= limit);
    }

    double probesPerMatch() {
        return ratio(run.probes().size(), matches.size());
    }

    double optimumShare() {
        long most = run.most().count();
        return most <= 0 ? Double.NaN : ratio(matches.size(), most);
    }

    double fairnessByRtt() {
        List<PersonRow> matched =
                run.people().stream().filter(RunFacts::isMatched).toList();
        long[] rtts =
                matched.stream().mapToLong(PersonRow::ownRttNanos).sorted().toArray();
        TreeMap<Integer, List<Double>> waits = new TreeMap<>();
        for (PersonRow person : matched) {
            int decile = (int) ((long) DECILES * below(rtts, person.ownRttNanos()) / rtts.length);
            waits.computeIfAbsent(decile, key -> new ArrayList<>()).add(timeToMatchMillis(person));
        }
        return spread(waits.values());
    }

    double fairnessByNat() {
        TreeMap<String, List<Double>> waits = new TreeMap<>();
        for (PersonRow person : run.people()) {
            if (isMatched(person)) {
                waits.computeIfAbsent(person.nat(), key -> new ArrayList<>())
                        .add(timeToMatchMillis(person));
            }
        }
        return spread(waits.values());
    }

    /** The p95 of the groups' medians over their p50; says nothing about fewer than two groups. */
    private static double spread(Collection<List<Double>> groups) {
        if (groups.size() < 2) {
            return Double.NaN;
        }
        double[] medians = groups.stream()
                .mapToDouble(waits ->
                        quantile(waits.stream().mapToDouble(wait -> wait).toArray(), 0.5))
                .toArray();
        double middle = quantile(medians, 0.5);
        return middle == 0 ? Double.NaN : quantile(medians, 0.95) / middle;
    }

    private double againstLimit(Predicate<ProbeRow> what) {
        return hasLimit() ? probes(probe -> isComparable(probe) && what.test(probe)) : Double.NaN;
    }

    private boolean hasLimit() {
        return isNumber(run.rttLimitMillis());
    }

    private static boolean isOpen(ProbeRow probe) {
        return probe.openNanos() >= 0;
    }

    private static boolean isComparable(ProbeRow probe) {
        return isNumber(probe.rttMillis()) && probe.trueRttNanos() >= 0;
    }

    private static boolean isNumber(double value) {
        return !Double.isNaN(value);
    }

    private static double timeToMatchMillis(PersonRow person) {
        return (person.matchedNanos() - person.firstJoinNanos()) / NANOS_PER_MILLI;
    }

    private static double trueRttMillis(ProbeRow probe) {
        return probe.trueRttNanos() / NANOS_PER_MILLI;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / (double) whole;
    }

    private static double quantile(double[] values, double p) {
        return TYPE_7.evaluate(values.clone(), p);
    }

    /** How many of the sorted values are smaller. */
    private static int below(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static <T> long count(List<T> rows, Predicate<T> what) {
        return rows.stream().filter(what).count();
    }

    private static <T> double[] sorted(
            List<T> rows, Predicate<T> which, ToDoubleFunction<T> value) {
        double[] values = rows.stream().filter(which).mapToDouble(value).toArray();
        Arrays.sort(values);
        return values;
    }
}
