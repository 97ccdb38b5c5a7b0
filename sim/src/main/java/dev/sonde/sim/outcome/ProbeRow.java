package dev.sonde.sim.outcome;

/**
 * One probe that was created. Times are nanoseconds from the start of the run; -1 stands for "did
 * not happen" or "not known".
 *
 * @param memberA the smaller id of the two
 * @param outcome {@code complete} or the wire name of the reason; {@code unfinished} if the run was
 *     cut off
 * @param phase the phase in which it ended
 * @param rttMillis the result, NaN if there is none
 * @param trueRttNanos mean two-way delay of the path that was used; -1 if none opened
 * @param candidateType type of the selected candidate, {@code relay} if either side relays; empty
 *     if none opened
 * @param startNanos when {@code probe_start} was first sent
 * @param openNanos when both data channels were open
 */
public record ProbeRow(
        String memberA,
        String memberB,
        String outcome,
        String phase,
        double rttMillis,
        long trueRttNanos,
        String candidateType,
        long createdNanos,
        long startNanos,
        long openNanos,
        long endNanos) {}
