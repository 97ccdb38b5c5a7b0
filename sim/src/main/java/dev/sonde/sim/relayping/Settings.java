package dev.sonde.sim.relayping;

/**
 * What a coordinator goes by. Times are nanoseconds.
 *
 * @param preparingNanos how long both members may take to be ready
 * @param timeoutNanos how long a pair may live, from its creation
 * @param limitNanos longest estimated round trip of a match
 */
record Settings(long preparingNanos, long timeoutNanos, long limitNanos) {

    /** Echoes of each member that make its half: an odd number, so that one is in the middle. */
    static final int ROUNDS = 3;
}
