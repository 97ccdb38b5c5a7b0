package dev.sonde.sim.network.transport;

/** What can happen to an association. */
public enum SctpInput {
    /** DTLS stands; the side that offered begins. */
    ASSOCIATE,
    INIT,
    INIT_ACK,
    COOKIE_ECHO,
    COOKIE_ACK,
    /** DATA_CHANNEL_OPEN (RFC 8832). */
    CHANNEL_OPEN,
    /** DATA_CHANNEL_ACK. */
    CHANNEL_ACK,
    /** A timer fired. */
    TIMER,
    /** It fired after the last try. */
    EXHAUSTED,
    /** The other side closed. */
    ABORT,
    CLOSE
}
