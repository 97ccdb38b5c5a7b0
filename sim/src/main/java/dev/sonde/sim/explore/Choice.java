package dev.sonde.sim.explore;

/**
 * One deviation of a run from the default order. All that a schedule decides is a list of them:
 * where none says otherwise, the earliest event runs, as soon as it may.
 *
 * <p>Events go by their identity: what they are in words, and where several of a run have these
 * words, which of them. So a choice keeps its meaning when others are taken away.
 *
 * @param before the event that would be next
 * @param run the event that runs instead; the same one if it only runs late
 * @param delayNanos how long after its soonest instant it runs: 0 or more; {@link #LATEST} for as
 *     late as the other events let it
 */
public record Choice(String before, String run, long delayNanos) {

    /** Stands for the latest instant of the window. */
    public static final long LATEST = Long.MAX_VALUE;

    /** @throws IllegalArgumentException if it is no deviation, or goes back in time */
    public Choice {
        if (delayNanos < 0 || (delayNanos == 0 && run.equals(before))) {
            throw new IllegalArgumentException(
                    "a choice runs another event than the next one, or runs it later, unlike '"
                            + run + "' " + delayNanos + " ns late");
        }
    }

    /** True if the order stays as it is. */
    boolean isLateness() {
        return run.equals(before);
    }

    /** In words, for people. */
    @Override
    public String toString() {
        String late = delayNanos == 0
                ? ""
                : delayNanos == LATEST ? " as late as possible" : " " + delayNanos + " ns late";
        return "'" + run + "'" + (isLateness() ? "" : " before '" + before + "'") + late;
    }
}
