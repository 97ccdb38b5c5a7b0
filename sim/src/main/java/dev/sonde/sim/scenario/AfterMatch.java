package dev.sonde.sim.scenario;

/** What a person does once a match is found. */
public sealed interface AfterMatch {

    /** Keeps the page open. */
    record Stays() implements AfterMatch {}

    /**
     * Closes the page.
     *
     * @param afterNanos how long after {@code match_found}, at least 0
     */
    record Leaves(long afterNanos) implements AfterMatch {

        public Leaves {
            if (afterNanos < 0) {
                throw new IllegalArgumentException("people leave after a match, not before it");
            }
        }
    }
}
