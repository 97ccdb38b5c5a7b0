package dev.sonde.sim.kernel;

/**
 * Where a run stops although it is not over. Reaching one makes the run inconclusive.
 *
 * @param events most events to run, at least 1
 * @param simulatedNanos last instant at which an event may happen, at least 0
 */
public record RunLimits(long events, long simulatedNanos) {

    public static final RunLimits DEFAULT = new RunLimits(50_000_000L, 2 * 3600 * 1_000_000_000L);

    /** @throws IllegalArgumentException if a limit is out of its range */
    public RunLimits {
        if (events < 1 || simulatedNanos < 0) {
            throw new IllegalArgumentException(
                    "limits must allow at least one event and no negative time, not " + events
                            + " events and " + simulatedNanos + " ns");
        }
    }
}
