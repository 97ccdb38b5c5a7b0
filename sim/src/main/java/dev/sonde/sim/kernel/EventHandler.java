package dev.sonde.sim.kernel;

import org.jspecify.annotations.Nullable;

/** Whoever an event happens to. */
public interface EventHandler {

    /**
     * The event happens, at {@link Kernel#nowNanos()}.
     *
     * @param what which of this handler's events
     * @param data what the event carries, if anything
     */
    void handle(int what, @Nullable Object data);

    /** Everybody: the event may depend on any other. */
    long EVERYBODY = -1;

    /**
     * Whom the event touches, one bit each (parties share bits where there are more than 64). Two
     * events that touch nobody in common may run in either order with the same result.
     */
    default long touches(int what, @Nullable Object data) {
        return EVERYBODY;
    }

    /** The bit of a party with this name. Parties may share one; then their events count as racing. */
    static long party(String name) {
        return 1L << (Mix.mix(name) >>> 58);
    }

    /**
     * What the event is, in words, for choices and error messages: who, to whom, of what kind, and
     * nothing that differs between two such events of a run.
     */
    String describe(int what, @Nullable Object data);
}
