package dev.sonde.probe;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

/** Passes signals from one member to the other: unread, in order, within bounds. */
final class Relay {

    private final ProbeConfig config;
    private final Mailbox mailbox;

    Relay(ProbeConfig config, Mailbox mailbox) {
        this.config = config;
        this.mailbox = mailbox;
    }

    /** Relays a signal, or holds it while the other member is away; gives a reason if refused. */
    @Nullable
    Refusal relay(Probe probe, Member from, ClientMessage.Signal signal) {
        Member to = probe.other(from);
        if (signal.target().equals(from.subject)) {
            return Refusal.TO_SELF;
        }
        if (!signal.target().equals(to.subject)) {
            return Refusal.TO_STRANGER;
        }
        if (to.hasReported()) {
            // Its page has closed its side; there is nothing left to connect.
            return Refusal.FINISHED;
        }
        int size = signal.payload().sizeBytes();
        if (from.signals >= config.signalsPerSide()
                || size > config.signalBytesPerSide() - from.signalBytes) {
            return Refusal.SIGNAL_LIMIT;
        }
        from.signals++;
        from.signalBytes += size;
        if (!deliver(probe, to, signal)) {
            to.hold(signal);
        }
        return null;
    }

    /** Delivers what was held for a member that is back. */
    void flush(Probe probe, Member to) {
        for (ClientMessage.Signal signal : to.takeHeld()) {
            deliver(probe, to, signal);
        }
    }

    /** False if the member has no socket. */
    private boolean deliver(Probe probe, Member to, ClientMessage.Signal signal) {
        return mailbox.send(
                to,
                new ServerMessage.RelayedSignal(
                        probe.id, signal.type(), probe.other(to).subject, signal.payload()));
    }
}
