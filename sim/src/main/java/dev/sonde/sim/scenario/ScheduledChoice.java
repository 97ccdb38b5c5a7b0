package dev.sonde.sim.scenario;

/**
 * One deviation from the default order of events, in which the earliest event runs, as soon as it
 * may.
 *
 * <p>An event goes by its words, as {@code why} and shrunk scenarios write them; the second one of
 * the same words in a run has {@code #2} behind them, and so on.
 */
public record ScheduledChoice(
        @Key(
                value = "run",
                as = As.LINE,
                doc = "The event that runs next.",
                example = "\"bob -> server: probe_ready\"")
        String run,

        @Key(
                value = "before",
                as = As.LINE,
                unset = Key.NONE,
                doc = "The event that would be next; without it, the same one, which then only "
                        + "runs late.",
                example = "\"ann -> server: probe_ready\"")
        String before,

        @Key(
                value = "late",
                unset = "0ms",
                doc = "How long after its soonest instant it runs; `most` is as late as the other "
                        + "events let it.",
                example = "most")
        Lateness late) {

    /**
     * How late an event runs.
     *
     * @param nanos 0 or more; {@link Long#MAX_VALUE} for as late as the other events let it
     */
    public record Lateness(long nanos) {}

    /** @throws IllegalArgumentException if this is no deviation */
    public ScheduledChoice {
        if (late.nanos() == 0 && (before.isEmpty() || before.equals(run))) {
            throw new KeyException(
                    "run",
                    "this event runs when it would run anyway",
                    "say before which event it runs, or how late");
        }
    }
}
