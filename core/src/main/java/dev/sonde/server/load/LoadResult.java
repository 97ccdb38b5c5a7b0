package dev.sonde.server.load;

import java.util.Map;

/**
 * What came of a load run. Honest people only, where nothing else is said.
 *
 * @param calm relay delays of the first half
 * @param attacked of the second half
 * @param matches that honest people were told of
 * @param connectionsLost connections of honest people that broke
 * @param failures probes that ended other than complete, by reason, as members were told
 * @param signalsSent in the whole run
 * @param signalsHeard by the partner
 * @param misrouted heard by anybody else, or of another probe; those of attackers in probes too
 * @param oddTimes matches with a time that no valid report can have; those of attackers too
 * @param probesCreated in all pools, by the server's own count
 * @param probesEnded likewise, after everybody stopped joining
 * @param leftOver what the server still had some seconds after all had gone; empty if nothing
 * @param attackersCut attackers' connections that the server ended
 * @param longestAttackerMillis how long the longest-lived of those was open
 * @param mostUnreadBytes most bytes that waited in the server for clients that do not read
 * @param serverCpuSeconds that the server's socket threads took in the two halves
 * @param wallSeconds of the two halves
 * @param heapBytesBefore in use when measuring began, after a collection; clients and server
 * @param heapBytesAfter the same when measuring had ended
 */
public record LoadResult(
        Delays calm,
        Delays attacked,
        long matches,
        long connectionsLost,
        Map<String, Long> failures,
        long signalsSent,
        long signalsHeard,
        long misrouted,
        long oddTimes,
        long probesCreated,
        long probesEnded,
        String leftOver,
        long attackersCut,
        double longestAttackerMillis,
        long mostUnreadBytes,
        double serverCpuSeconds,
        double wallSeconds,
        long heapBytesBefore,
        long heapBytesAfter) {
    public LoadResult {
        failures = Map.copyOf(failures);
    }
}
