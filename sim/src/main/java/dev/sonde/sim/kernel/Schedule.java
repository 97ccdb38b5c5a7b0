package dev.sonde.sim.kernel;

/**
 * Decides, in an adversarial run, which pending event runs next and when. One that breaks the rules
 * (an index or an instant out of range) ends the run with an exception.
 */
public interface Schedule {

    /** What {@link #pick} answers to end the run: nothing more happens in it. */
    int STOP = -1;

    /**
     * @param enabled the events that may run now, in order of their sequence number
     * @return an index into {@code enabled}, or {@link #STOP}
     */
    int pick(EnabledEvents enabled);

    /**
     * @param soonestNanos the earliest instant at which the picked event may run
     * @param latestNanos the latest; never before {@code soonestNanos}
     * @return an instant between them, both included
     */
    long instant(long soonestNanos, long latestNanos);
}
