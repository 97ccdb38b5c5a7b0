package dev.sonde.transitions;

import dev.sonde.protocol.Refusal;

import org.jspecify.annotations.Nullable;

/**
 * What a machine does with one input in one state.
 *
 * @param index number of the (state, input) pair within its table, for {@link Visits}
 * @param targets bit set of the ordinals of the states that it may move to; 0 unless it moves
 * @param refusal the reason, only if it refuses
 * @param because why it is ignored or can never happen, or what else is to know about a move
 */
public record Rule(
        int index, Kind kind, int targets, @Nullable Refusal refusal, String because) {

    /** What sort of answer it is. */
    public enum Kind {
        /** The machine acts, and is then in one of the target states (perhaps the same one). */
        MOVES,
        /** Nothing changes and nothing is said. */
        IGNORED,
        /** Nothing changes, and the refusal is visible. */
        REFUSED,
        /** The machine itself sees to it that this cannot come; if it does, that is a bug. */
        NEVER
    }
}
