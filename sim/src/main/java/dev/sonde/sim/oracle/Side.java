package dev.sonde.sim.oracle;

import dev.sonde.protocol.SignalPayload;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;

/** One member of one probe. */
final class Side {

    /** What a member said about the end of a probe. */
    enum Said {
        NOTHING,
        SUCCESS,
        FAILURE
    }

    final Person person;

    /** The connection on which ready arrived while preparing, or null. */
    @Nullable
    Connection readyOn;

    /** The connection to which start was sent, or null. */
    @Nullable
    Connection startedOn;

    boolean isStarted;
    long startedAtNanos;

    /** Another page took the member's place after the start. */
    boolean hasNewPage;

    Said said = Said.NOTHING;
    long saidAtNanos;
    long saidStep;
    double rttMillis;

    /** Signals that arrived, and the number of the last one that was relayed, both from 1. */
    long arrived;

    long relayed;

    int relayedBytes;
    int relayedCount;

    /** Held signals; null until one is held. */
    @Nullable
    ArrayDeque<Held> held;

    @Nullable
    SignalPayload lastRelayed;

    Side(Person person) {
        this.person = person;
    }

    /**
     * A signal that was not passed on in the step in which it arrived.
     *
     * @param isEarly true if it came before the start
     */
    record Held(long number, SignalPayload payload, boolean isEarly) {}
}
