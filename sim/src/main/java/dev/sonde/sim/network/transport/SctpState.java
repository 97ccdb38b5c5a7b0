package dev.sonde.sim.network.transport;

/** Where an association is (RFC 9260, section 4), together with its one data channel. */
public enum SctpState {
    CLOSED,
    COOKIE_WAIT,
    COOKIE_ECHOED,
    /** Stands; this side waits to hear of the channel. */
    ESTABLISHED,
    /** The opener's channel is open, but its DATA_CHANNEL_OPEN is not acknowledged. */
    OPENING,
    OPEN,
    /** The opener gave up, or somebody closed. */
    ABORTED
}
