package dev.sonde.sim.oracle;

import dev.sonde.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

/**
 * Per sender, relay order is arrival order; nothing before the receiver's start, and the answerer's
 * start before the initiator's; nothing after the end.
 */
final class Fifo extends Invariant implements Hooks.OnRelay, Hooks.OnStart {

    Fifo(Ledger ledger) {
        super(ledger, "Fifo");
    }

    @Override
    public void relayed(Relay relay) {
        ServerMessage.RelayedSignal message = relay.message;
        Connection to = relay.to;
        if (message == null || to == null) {
            return;
        }
        ProbeLog probe = relay.probe;
        if (probe == null || !probe.isLive()) {
            fails("a signal was relayed to " + to.person + " after the end of "
                    + Words.probe(probe, message.probe()));
            return;
        }
        Side receiver = probe.sideOf(to.person);
        if (relay.isEarly) {
            fails("a signal of " + relay.sender + " that came before the start of "
                    + Words.probe(probe) + " was relayed");
        } else if (receiver != null && !receiver.isStarted) {
            fails("a signal was relayed to " + to.person + " before the start of "
                    + Words.probe(probe));
        } else if (relay.isRepeated) {
            fails("signal " + relay.number + " of " + relay.sender + " was relayed twice in "
                    + Words.probe(probe));
        } else if (relay.from != null && relay.number < relay.from.relayed) {
            fails("signal " + relay.number + " of " + relay.sender + " was relayed after signal "
                    + relay.from.relayed + " in " + Words.probe(probe)
                    + "; the order of arrival was expected");
        }
    }

    @Override
    public void started(
            ServerMessage.Start message, @Nullable Connection to, @Nullable ProbeLog probe) {
        if (to == null) {
            return;
        }
        if (probe == null || !probe.isLive()) {
            fails("a start was sent to " + to.person + " after the end of "
                    + Words.probe(probe, message.probe()));
            return;
        }
        Side side = probe.sideOf(to.person);
        if (side == null || probe.isStarted()) {
            return;
        }
        Person other = probe.other(side).person;
        if (ClientOrder.compare(to.person.subject, other.subject) < 0) {
            fails("start was sent to " + to.person + ", who offers, before " + other
                    + ", who answers; the answerer was expected first");
        }
    }
}
