package dev.sonde.lobby;

import java.util.Optional;

/**
 * The door to a coordinator: inputs in, effects out, one deadline. The real {@link Lobby} is behind
 * it on sockets and in simulation; so can be any other that is to be tested.
 *
 * <p>Passive: no clock, no thread, no source of chance of its own. Time is given with each input
 * and never goes back.
 */
public interface LobbyUnderTest {

    /** What {@link #nextDeadlineNanos()} says when there is nothing to wait for. */
    long NO_DEADLINE = Long.MAX_VALUE;

    /**
     * Performs all that is due at or before {@code nowNanos}, then the input. The caller performs
     * the effects after this has returned.
     */
    void accept(long nowNanos, Input input, EffectSink effects);

    /** When {@link Input#WAKE} is wanted at the latest, or {@link #NO_DEADLINE}. */
    long nextDeadlineNanos();

    /** What is inside, for claims and pages; empty if this lobby does not show it. */
    default Optional<LobbySnapshot> snapshot() {
        return Optional.empty();
    }
}
