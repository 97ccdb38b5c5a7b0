package dev.sonde.sim.peer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a person's browser differs from the known client. Scenario files name it by its wire name.
 */
public enum Behaviour {
    HONEST("honest", "The known client: answers, measures, reports once."),
    MODERN(
            "modern",
            "A newer client: says when it is connected, answers a cancel with its result at once, "
                    + "adds details to its result, and leaves no old continuation behind."),
    SILENT("silent", "Joins, and never answers anything about a probe."),
    NO_READY("no-ready", "Builds its peer connection but never says ready."),
    LATE(
            "late",
            "Sends everything later by a fixed delay (3 s unless the scenario says otherwise)."),
    LATE_READY("late-ready", "Says ready 1 s late, as from a hidden tab."),
    DOUBLE_READY("double-ready", "Says ready twice."),
    DOUBLE_FAILURE("double-failure", "Reports each failure twice."),
    DOUBLE_RESULT("double-result", "Reports each result twice."),
    FORGER(
            "forger",
            "Also sends results while preparing, odd values, foreign and unknown probe ids, and "
                    + "signals to itself and to strangers."),
    STRANGER(
            "stranger",
            "Is connected but in no waiting room; sends ready, results and signals for "
                    + "probes of others that it overhears."),
    KNOWN_AFTER_RECONNECT(
            "known-after-reconnect",
            "Registers its handlers once more at each reconnect of "
                    + "the page, so everything is handled twice."),
    FROZEN_TAB(
            "frozen-tab",
            "Freezes for up to 6 s soon after each prepare; then all that waited happens."),
    SLOW_READER("slow-reader", "Takes 0.7 s to read each message before it reads the next."),
    NEVER_CLOSES("never-closes", "Never closes a peer connection."),
    CLOCK_STEPS_BACK("clock-steps-back", "Its clock is set back during each measurement."),
    ONE_PONG("one-pong", "Counts one pong of five and calls it a success."),
    HIDDEN_TAB("hidden-tab", "Its timers run once a second."),
    HALF_GONE(
            "half-gone",
            "Joins, and half a second later its page is gone without closing the socket."),
    SPAMMER("spammer", "Floods the server with 500 events after each connect.");

    private static final List<Behaviour> ALL = List.of(values());

    private final String wireName;
    private final String doc;

    Behaviour(String wireName, String doc) {
        this.wireName = wireName;
        this.doc = doc;
    }

    public String wireName() {
        return wireName;
    }

    /** What it does, in one sentence. */
    public String doc() {
        return doc;
    }

    /**
     * True if its signalling connection is to be drained slowly; nothing else is special about it.
     */
    public boolean isSlowReader() {
        return this == SLOW_READER;
    }

    /** True if what it reports as a success is what it measured with a sound clock. */
    public boolean isTruthful() {
        return this != FORGER && this != CLOCK_STEPS_BACK && this != STRANGER;
    }

    /** True if it hears of probes from the start of the run, before it arrives. */
    public boolean overhears() {
        return this == FORGER || this == STRANGER;
    }

    /** True if its peer connections are closed in the end. */
    public boolean closesItsConnections() {
        return this != NEVER_CLOSES;
    }

    /** The one with this wire name, or null. */
    public static @Nullable Behaviour ofWireName(String wireName) {
        for (Behaviour behaviour : ALL) {
            if (behaviour.wireName.equals(wireName)) {
                return behaviour;
            }
        }
        return null;
    }
}
