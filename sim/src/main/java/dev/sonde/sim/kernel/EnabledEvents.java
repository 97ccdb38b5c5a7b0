package dev.sonde.sim.kernel;

/** The events that may run next, seen by a {@link Schedule}. Valid during one call only. */
public interface EnabledEvents {

    int count();

    long earliestNanos(int index);

    long latestNanos(int index);

    /** Grows with each event that is put into the queue, over the whole run. */
    long sequence(int index);

    /** What the event is, in words; costs more than the numbers. */
    String describe(int index);
}
