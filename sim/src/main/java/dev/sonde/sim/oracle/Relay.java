package dev.sonde.sim.oracle;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;

/** One relayed signal, and where it came from. One object for all relays. */
final class Relay {

    private final Ledger ledger;

    @Nullable
    ProbeLog probe;

    ServerMessage.@Nullable RelayedSignal message;

    @Nullable
    Connection to;

    /**
     * The connection's person or, for a held signal, the member who sent it; null if nobody did.
     */
    @Nullable
    Person sender;

    /** The probe that the sender named; null if nobody sent the signal. */
    @Nullable
    ProbeId sentFor;

    /** The side of a member who sent it on its current connection, else null. */
    @Nullable
    Side from;

    /** Its number among the sender's signals; 0 if unknown. */
    long number;

    boolean isEarly;

    /** The same signal was relayed before. */
    boolean isRepeated;

    Relay(Ledger ledger) {
        this.ledger = ledger;
    }

    void resolve(ServerMessage.RelayedSignal relayed, @Nullable Connection target) {
        message = relayed;
        to = target;
        probe = ledger.probe(relayed.probe());
        sender = null;
        sentFor = null;
        from = null;
        number = 0;
        isEarly = false;
        isRepeated = false;
        Side side = probe == null ? null : probe.sideOf(ledger.knownPerson(relayed.from()));
        if (side != null && wasHeld(side, relayed)) {
            return;
        }
        ArrivedSignal signal = ledger.signal;
        if (signal.payload != null && same(signal.payload, relayed.payload())) {
            cameNow(signal);
        } else if (side != null
                && side.lastRelayed != null
                && same(side.lastRelayed, relayed.payload())) {
            found(side, side.relayed, false);
            isRepeated = true;
        }
    }

    private boolean wasHeld(Side side, ServerMessage.RelayedSignal relayed) {
        ArrayDeque<Side.Held> held = side.held;
        if (held == null) {
            return false;
        }
        for (Side.Held one : held) {
            if (one.number() > side.relayed && same(one.payload(), relayed.payload())) {
                found(side, one.number(), one.isEarly());
                return true;
            }
        }
        // Out of order: an earlier one that was jumped over is relayed after all.
        for (Side.Held one : held) {
            if (same(one.payload(), relayed.payload())) {
                found(side, one.number(), one.isEarly());
                return true;
            }
        }
        return false;
    }

    private void found(Side side, long which, boolean early) {
        sender = side.person;
        sentFor = probe == null ? null : probe.id;
        from = side;
        number = which;
        isEarly = early;
    }

    private void cameNow(ArrivedSignal signal) {
        sender = signal.on == null ? null : signal.on.person;
        sentFor = signal.probe;
        from = signal.rightful;
        number = signal.number;
        isEarly = signal.isEarly;
        isRepeated = signal.isRelayed;
    }

    /** After the claims have looked. */
    void remember() {
        Side side = from;
        if (side == null || message == null) {
            return;
        }
        if (number == ledger.signal.number && side == ledger.signal.rightful) {
            ledger.signal.isRelayed = true;
        }
        side.relayed = StrictMath.max(side.relayed, number);
        side.relayedCount++;
        side.relayedBytes += message.payload().sizeBytes();
        side.lastRelayed = message.payload();
        if (side.held != null) {
            side.held.removeIf(one -> one.number() == number);
        }
    }

    private static boolean same(SignalPayload one, SignalPayload other) {
        return one == other || one.equals(other);
    }
}
