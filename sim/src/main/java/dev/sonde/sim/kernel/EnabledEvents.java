package dev.sonde.sim.kernel;

/** The events that may run next, seen by a {@link Schedule}. Valid during one call only. */
public interface EnabledEvents {

    int count();

    long earliestNanos(int index);

    long latestNanos(int index);

    /** Grows with each event that is put into the queue, over the whole run. */
    long sequence(int index);

    /**
     * The number of the event that put this one into the queue; 0 for those from before the first.
     */
    long cause(int index);

    /** Whom the event touches, as {@link EventHandler#touches} says it. */
    long touches(int index);

    /** What the event is, in words; costs more than the numbers. */
    String describe(int index);

    /** The event that a time-faithful run would take: the earliest one, and of those the oldest. */
    default int first() {
        int first = 0;
        for (int i = 1; i < count(); i++) {
            if (earliestNanos(i) < earliestNanos(first)) {
                first = i;
            }
        }
        return first;
    }
}
