package dev.sonde.server.load;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What came of a load run. Honest people only, where nothing else is said.
 *
 * @param firstAttack before it is measured, while the code that is attacked is not compiled yet
 * @param rounds what was measured
 * @param matches that honest people were told of
 * @param connectionsLost connections of honest people that broke
 * @param failures probes that ended other than complete, by reason, as members were told
 * @param signalsSent in the whole run
 * @param signalsHeard by the partner
 * @param misrouted heard by anybody else, or of another probe; those of attackers in probes too
 * @param oddTimes matches with a time that no valid report can have; those of attackers too
 * @param probesCreated in all pools, by the server's own count
 * @param probesEnded likewise, after everybody stopped joining
 * @param attackersCut attackers' connections that ended before the attack did
 * @param attackSeconds how long all attacks took together, the first one too
 * @param longestAttackerMillis how long the longest-lived of all was open
 * @param mostUnreadBytes most bytes that waited in the server for clients that do not read
 * @param left what there was before, at the end, and after everybody had gone
 */
public record LoadResult(
        Slice firstAttack,
        List<Round> rounds,
        long matches,
        long connectionsLost,
        Map<String, Long> failures,
        long signalsSent,
        long signalsHeard,
        long misrouted,
        long oddTimes,
        long probesCreated,
        long probesEnded,
        long attackersCut,
        double attackSeconds,
        double longestAttackerMillis,
        long mostUnreadBytes,
        Left left) {

    /**
     * Some time of a run.
     *
     * @param delays of the relayed messages that were sent in it
     * @param hiccups how late a thread that has nothing else to do woke up in it
     * @param serverCpuSeconds that the server's socket threads took
     * @param wallSeconds how long it was
     */
    public record Slice(
            Delays delays, Delays hiccups, double serverCpuSeconds, double wallSeconds) {

        private static Slice of(List<Slice> parts) {
            return new Slice(
                    Delays.of(parts.stream().map(Slice::delays).toList()),
                    Delays.of(parts.stream().map(Slice::hiccups).toList()),
                    parts.stream().mapToDouble(Slice::serverCpuSeconds).sum(),
                    parts.stream().mapToDouble(Slice::wallSeconds).sum());
        }
    }

    /** One slice without attackers, and one with them. */
    public record Round(Slice calm, Slice attacked) {

        /** 99 of 100 messages were no later than this many times the same without attackers. */
        public double ratio() {
            return attacked.delays().quantileMillis(0.99) / calm.delays().quantileMillis(0.99);
        }
    }

    /**
     * @param heapBytesBefore in use when measuring began, clients' and server's, after a full
     *     collection; so are all of these
     * @param heapBytesAfter when measuring had ended and everybody was still there
     * @param heapBytesAlone when everybody had gone
     * @param secondsBetween the first two
     * @param socketsBefore open ones of this process before the first client came; -1 where the
     *     system does not tell
     * @param socketsAfter when measuring had ended and everybody was still there
     * @param socketsAlone when everybody had gone
     * @param gauges the server's own that ought to be 0 by then and are not; empty if none
     */
    public record Left(
            long heapBytesBefore,
            long heapBytesAfter,
            long heapBytesAlone,
            double secondsBetween,
            long socketsBefore,
            long socketsAfter,
            long socketsAlone,
            String gauges) {}

    public LoadResult {
        rounds = List.copyOf(rounds);
        failures = Map.copyOf(failures);
    }

    /** All slices without attackers as one. */
    public Slice calm() {
        return all(Round::calm);
    }

    /** All slices with attackers as one. */
    public Slice attacked() {
        return all(Round::attacked);
    }

    private Slice all(Function<Round, Slice> which) {
        return Slice.of(rounds.stream().map(which).toList());
    }
}
