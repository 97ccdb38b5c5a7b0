package dev.sonde.sim.outcome;

import static dev.sonde.sim.outcome.MetricUnit.BYTES;
import static dev.sonde.sim.outcome.MetricUnit.COUNT;
import static dev.sonde.sim.outcome.MetricUnit.MILLISECONDS;
import static dev.sonde.sim.outcome.MetricUnit.RATIO;
import static dev.sonde.sim.outcome.MetricUnit.SHARE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The closed list of metrics: each with its unit, its definition and its function. Only how a probe
 * can end differs between protocols.
 */
public final class MetricTable {

    /** The outcome of a probe that the end of the run cut off. */
    static final String UNFINISHED = "unfinished";

    /**
     * How a probe can end, beside {@link #UNFINISHED}.
     *
     * @param name as the rows of probes have it
     * @param definition one sentence, without the full stop
     */
    public record Ending(String name, String definition) {}

    private MetricTable() {}

    /** The metrics of a protocol, in the order in which they are printed. */
    public static List<Metric> of(List<Ending> endings) {
        Builder table = new Builder();
        table.percentiles(
                "time-to-match",
                "the time from a person's first joining to the match that stood, over the "
                        + "people matched",
                new double[] {0.5, 0.9, 0.95, 0.99, 1},
                RunFacts::timeToMatch);
        table.percentiles(
                "matched-rtt",
                "the largest accepted RTT of a match, over the matches that stood and were "
                        + "measured",
                new double[] {0.5, 0.9, 0.99},
                RunFacts::matchedRtt);
        shares(table);
        counts(table, endings);
        table.percentiles(
                "estimate-error",
                "|measured RTT - true RTT|, over the probes that have both",
                new double[] {0.5, 0.9},
                RunFacts::estimateError);
        people(table);
        return List.copyOf(table.metrics);
    }

    private static void shares(Builder table) {
        table.add(
                "share.matched",
                SHARE,
                "People whose match stood / people who joined",
                facts -> facts.shareOfJoined(RunFacts::isMatched));
        table.add(
                "share.over-limit",
                SHARE,
                "Probes with an RTT over the limit / probes with an RTT; no data without a limit",
                RunFacts::shareOverLimit);
        table.add(
                "share.relayed",
                SHARE,
                "Probes whose selected pair has a relay on either side / probes that opened",
                RunFacts::shareRelayed);
        table.add(
                "share.abandoned",
                SHARE,
                "People who ran out of patience and left / people who joined",
                facts -> facts.shareOfJoined(PersonRow::abandoned));
    }

    private static void counts(Builder table, List<Ending> endings) {
        table.add(
                "matches.count",
                COUNT,
                "Matches that stood",
                facts -> facts.matches().size());
        table.add(
                "probes.count",
                COUNT,
                "Probes created",
                facts -> facts.run().probes().size());
        table.add(
                "probes.per-match",
                RATIO,
                "Probes created / matches that stood; no data without a match",
                RunFacts::probesPerMatch);
        endings.forEach(ending -> table.outcome(ending.name(), ending.definition()));
        table.outcome(UNFINISHED, "Probes that a limit of the run cut off");
        table.add(
                "false-accepts",
                COUNT,
                "Probes measured within the limit whose true RTT is over it; no data without a "
                        + "limit",
                RunFacts::falseAccepts);
        table.add(
                "false-rejects",
                COUNT,
                "Probes measured over the limit whose true RTT is within it; no data without a "
                        + "limit",
                RunFacts::falseRejects);
    }

    private static void people(Builder table) {
        table.add(
                "waiting.at-end",
                COUNT,
                "People waiting at the scenario's `until`",
                facts -> facts.run().waitingAtEnd());
        table.add(
                "waiting.max",
                COUNT,
                "Most people waiting at one instant",
                facts -> facts.run().waitingMax());
        table.add(
                "fairness.rtt",
                RATIO,
                "Of the median time-to-match of each decile of people by their own RTT: p95 / p50;"
                        + " 1 is fair; no data for fewer than two groups",
                RunFacts::fairnessByRtt);
        table.add(
                "fairness.nat",
                RATIO,
                "Of the median time-to-match of each NAT class: p95 / p50; 1 is fair; no data for"
                        + " fewer than two groups",
                RunFacts::fairnessByNat);
        table.add(
                "optimum.share",
                SHARE,
                "Matches that stood / most matches possible among all who joined, at the true RTTs,"
                        + " by maximum matching; for more than 10 000 people or groups of more"
                        + " than 2, people / group size is the most; worked out in studies, a"
                        + " single run has no data",
                RunFacts::optimumShare);
        table.add(
                "signals.count",
                COUNT,
                "Signals that the lobby relayed",
                facts -> facts.run().signalsCount());
        table.add(
                "signals.bytes",
                BYTES,
                "The sizes of the relayed signals together",
                facts -> facts.run().signalsBytes());
    }

    /** A series' value at a probability. */
    private interface Percentile {
        double of(RunFacts facts, double p);
    }

    private static final class Builder {

        private final List<Metric> metrics = new ArrayList<>();

        void add(String name, MetricUnit unit, String definition, ToDoubleFunction<RunFacts> of) {
            metrics.add(new Metric(name, unit, definition, of));
        }

        void outcome(String name, String definition) {
            add(
                    "probes." + name,
                    COUNT,
                    definition,
                    facts -> facts.probes(probe -> probe.outcome().equals(name)));
        }

        void percentiles(String series, String definition, double[] at, Percentile percentile) {
            for (double p : at) {
                String name = p == 1 ? "max" : "p" + Math.round(p * 100);
                String first =
                        p == 1 ? "The largest of " : Math.round(p * 100) + "th percentile of ";
                add(
                        series + '.' + name,
                        MILLISECONDS,
                        first + definition,
                        facts -> percentile.of(facts, p));
            }
        }
    }
}
