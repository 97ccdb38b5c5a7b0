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

    /** What the event is, in words, for traces, choices and error messages. */
    String describe(int what, @Nullable Object data);
}
