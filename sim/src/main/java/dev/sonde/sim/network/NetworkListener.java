package dev.sonde.sim.network;

/** Hears what the network does to messages besides carrying them. */
public interface NetworkListener {

    /** Hears nothing. */
    NetworkListener NONE = new NetworkListener() {};

    /** What kind of message it is, in a word or two, the same for all of that kind. */
    default String kind(Direction direction, Object message) {
        return "message";
    }

    /**
     * A message will never be delivered, since its connection ended or died.
     *
     * @param rule name of the fault that did it; {@code closed}, {@code heartbeat}, {@code loss} or
     *     {@code budget} where it was none
     */
    default void lost(
            SignallingConnection connection, Direction direction, Object message, String rule) {}

    /**
     * A direction stands still.
     *
     * @param untilNanos {@code Long.MAX_VALUE} if only somebody's call ends it
     */
    default void stalled(
            SignallingConnection connection, Direction direction, long untilNanos, String rule) {}

    /** A direction moves again. */
    default void released(SignallingConnection connection, Direction direction, String rule) {}

    /** A rule had something to say about a packet. */
    default void ruled(Packet packet, RuleVerdict verdict, String rule) {}
}
