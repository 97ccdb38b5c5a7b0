package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Effort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps what was reached: shut if a ratio has become 1.5 times as bad, or an operation allocates 5
 * % more. Never by nanoseconds.
 *
 * <p>Bytes are counted over a fixed number of calls, compiled in the first tier, so they are the
 * same on a busy machine and on another one. A ratio is that of the quickest rounds of both, which
 * take turns, by the time that their threads had a processor: what else the machine does can only
 * add to a round, and adds little. One that is too bad is taken again twice, in new processes and
 * for twice and four times as long; a loss that is real shows each time.
 *
 * <p>Where the baseline was written on another processor or JDK, a ratio to a yardstick that does
 * another kind of work may be twice as bad, and bytes count on the same JDK only.
 */
final class Gate {

    static final double MOST_LOSS = 1.5;
    static final double MOST_LOSS_ELSEWHERE = 2;
    static final double MOST_MORE_BYTES = 1.05;

    /** What the harness itself allocates shows where an operation allocates nothing. */
    private static final double BYTES_OF_HARNESS = 2;

    private static final int ATTEMPTS = 3;
    private static final Effort EFFORT = new Effort(1_200, 100, 7);

    private final Consumer<String> log;
    private final Effort effort;

    Gate(Consumer<String> log) {
        this(log, EFFORT);
    }

    /** @param effort of the first attempt at a ratio */
    Gate(Consumer<String> log, Effort effort) {
        this.log = log;
        this.effort = effort;
    }

    /** Measures what is to be kept from now on. */
    Baseline measure(List<Check> checks) throws MissingException {
        Map<String, Double> ratios = ratios(checks, effort);
        Map<String, Baseline.Entry> entries = new LinkedHashMap<>();
        for (Check check : checks) {
            double ratio = ratios.getOrDefault(check.id(), Double.NaN);
            Baseline.Entry entry = new Baseline.Entry(bytes(check), ratio);
            log.accept(check.id() + " allocates " + Figures.bytes(entry.bytes()) + " bytes"
                    + (check.hasRatio() ? " and takes " + times(check, ratio) : ""));
            entries.put(check.id(), entry);
        }
        return new Baseline(Baseline.javaHere(), Machine.processorHere(), entries);
    }

    /**
     * What has got worse, in sentences; empty if the gate is open.
     *
     * @throws MissingException if one of our own benchmarks does not run
     */
    List<String> judge(List<Check> checks, Baseline kept) throws MissingException {
        List<String> losses = new ArrayList<>();
        List<Check> known = new ArrayList<>();
        for (Check check : checks) {
            if (kept.has(check)) {
                known.add(check);
            } else {
                losses.add(check.id() + " is not in the baseline: bench/run gate --write");
            }
        }
        if (kept.isOfThisJava()) {
            for (Check check : known) {
                judgeBytes(check, kept.entry(check.id()).bytes(), losses);
            }
        }
        Map<String, Double> ratios = ratios(known, effort);
        for (Check check : known) {
            if (check.hasRatio()) {
                judgeRatio(check, kept, ratios.getOrDefault(check.id(), Double.NaN), losses);
            }
        }
        return losses;
    }

    private void judgeBytes(Check check, double before, List<String> losses)
            throws MissingException {
        double now = bytes(check);
        boolean isLoss = now > before * MOST_MORE_BYTES + BYTES_OF_HARNESS;
        String said = check.id() + " allocates " + Figures.bytes(now) + " bytes, it was "
                + Figures.bytes(before);
        log.accept((isLoss ? "✗ " : "✓ ") + said);
        if (isLoss) {
            losses.add(said);
        }
    }

    private void judgeRatio(Check check, Baseline kept, double first, List<String> losses)
            throws MissingException {
        double before = kept.entry(check.id()).ratio();
        double most = before
                * (check.isAlike() || kept.isOfThisMachine() ? MOST_LOSS : MOST_LOSS_ELSEWHERE);
        double now = first;
        Effort longer = effort;
        for (int i = 1; i < ATTEMPTS && now > most; i++) {
            log.accept("  " + check.id() + " is taken again: " + times(check, now));
            longer = longer.doubled();
            double again = ratios(List.of(check), longer).getOrDefault(check.id(), Double.NaN);
            now = Math.min(now, again);
        }
        boolean isLoss = now > most;
        String said =
                check.id() + " takes " + times(check, now) + ", it was " + Figures.short3(before);
        log.accept((isLoss ? "✗ " : "✓ ") + said);
        if (isLoss) {
            losses.add(said);
        }
    }

    private static String times(Check check, double ratio) {
        return Figures.short3(ratio) + " times what " + check.yardstick().name() + " takes";
    }

    private static double bytes(Check check) throws MissingException {
        try (Running running = new Running(check.counted().command())) {
            return running.round(2).bytes() / check.batch();
        }
    }

    /** By the ids of the checks; those that are told by the same yardstick take turns with it. */
    private static Map<String, Double> ratios(List<Check> checks, Effort effort)
            throws MissingException {
        Map<List<String>, List<Check>> groups = new LinkedHashMap<>();
        for (Check check : checks) {
            if (check.hasRatio()) {
                groups.computeIfAbsent(check.beside(), beside -> new ArrayList<>())
                        .add(check);
            }
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (List<Check> group : groups.values()) {
            Arm yardstick = group.get(0).yardstick();
            List<Arm> arms = new ArrayList<>(List.of(yardstick));
            for (Check check : group) {
                arms.add(check.ours(effort));
            }
            Study study = new Study("gate", "", "", arms, List.of(), effort, Study.Plotted.NO);
            Measured measured = new Measuring(words -> {}).measure(study);
            if (!measured.missing().isEmpty()) {
                throw new MissingException(measured.missing().toString());
            }
            for (Check check : group) {
                ratios.put(
                        check.id(),
                        measured.leastNanos(check.id()) / measured.leastNanos(yardstick.name()));
            }
        }
        return ratios;
    }
}
