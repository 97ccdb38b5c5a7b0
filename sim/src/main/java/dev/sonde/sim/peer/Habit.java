package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;

/**
 * Where a page differs from that of the known client. Each method, left alone, is the known client.
 */
interface Habit {

    Habit KNOWN = new Habit() {};

    /** True if it takes part in probes. */
    default boolean takesPart() {
        return true;
    }

    /** The page's connection is open; {@code again} if it was open before. */
    default void onConnected(Page page, boolean again) {}

    /** A probe was prepared. */
    default void onPrepared(Page page, ProbeId probe, SubjectId peer) {}

    /** The peer connection is built: say so. */
    default void ready(Page page, ProbeId probe) {
        page.send(new ClientMessage.Ready(probe));
    }

    /** The channel is open and the first ping is about to go. */
    default void onOpened(Page page) {}

    /** There is something to report. */
    default void report(Page page, ClientMessage.Result result) {
        page.send(result);
    }

    /** True if it closes peer connections that it is done with. */
    default boolean closes() {
        return true;
    }

    /** True if the pong of this ping, counted from 0, goes into the median. */
    default boolean counts(int ping) {
        return true;
    }

    /** How much later than wanted everything is sent, in nanoseconds. */
    default long sendDelayNanos() {
        return 0;
    }

    /** When a timer fires that is set for then. */
    default long timerNanos(long dueNanos) {
        return dueNanos;
    }

    /** Pause between two pings, in nanoseconds. */
    default long pingGapNanos() {
        return ProbeClient.PING_GAP_NANOS;
    }

    /** True if it speaks the optional half of the protocol and cleans up behind itself. */
    default boolean isModern() {
        return false;
    }

    /** How often each event is handled on a page that connected this often. */
    default int handlers(int connects) {
        return 1;
    }
}
