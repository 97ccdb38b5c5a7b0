package dev.sonde.sim.scenario;

/** One entry of {@code people}: a person of its own, or a crowd. */
public sealed interface PersonEntry permits Person, Crowd {

    /** Whether a page tells a random text of its own at the handshake. */
    enum PageInstance {
        PAGE,
        NONE
    }

    /** Which half of the protocol the page speaks. */
    enum Client {
        OLD,
        MODERN
    }
}
