package dev.sonde.server;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;

/** Hears all that goes into a lobby and comes out of it, on the loop of its pool. */
interface PoolListener {

    /** Before the lobby sees it. */
    default void input(long nowNanos, Input input) {}

    /** After the lobby has returned, before it is performed. */
    void effect(long nowNanos, Effect effect);
}
