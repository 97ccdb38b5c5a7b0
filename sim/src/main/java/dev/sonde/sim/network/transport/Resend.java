package dev.sonde.sim.network.transport;

/** A timer that doubles, and the count of what it sent. */
final class Resend {

    static final long NEVER = Long.MAX_VALUE;

    private final int tries;
    private long waitNanos;
    private long dueNanos = NEVER;
    private int sent;

    Resend(int tries) {
        this.tries = tries;
    }

    /** The first transmission of something new. */
    void first(long nowNanos, long firstWaitNanos) {
        sent = 1;
        waitNanos = firstWaitNanos;
        dueNanos = nowNanos + waitNanos;
    }

    boolean isDue(long nowNanos) {
        return dueNanos <= nowNanos;
    }

    /** True if it may be sent once more; counts it, and sets the doubled timer. */
    boolean again(long nowNanos) {
        if (sent >= tries) {
            return false;
        }
        sent++;
        waitNanos *= 2;
        dueNanos = nowNanos + waitNanos;
        return true;
    }

    void stop() {
        dueNanos = NEVER;
    }

    long dueNanos() {
        return dueNanos;
    }
}
