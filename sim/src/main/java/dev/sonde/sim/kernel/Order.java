package dev.sonde.sim.kernel;

/** Decides which pending event runs next, and when. */
interface Order {

    /** No event can run by the end of the run's time. */
    int NONE = -1;

    /** The schedule wants no event any more. */
    int STOPPED = -2;

    /** The event with this ticket was put into the table, and into its channel if it has one. */
    void added(long ticket, int channel, long earliestNanos);

    /** This row's event was taken out of the table; its channel still links it. */
    void cancelled(int row, int channel);

    /**
     * Takes the next event out of the order.
     *
     * @param lastNanos no event runs after this instant
     * @return its row, {@link #NONE} or {@link #STOPPED}
     */
    int next(long nowNanos, long lastNanos);

    /** When the event that {@link #next} returned runs. */
    long instantNanos();

    /** True if the last answer of {@link #next} was {@link #STOPPED}. */
    default boolean isStopped() {
        return false;
    }

    /** Forgets everything. */
    void clear();
}
