package dev.sonde.sim.oracle;

import dev.sonde.protocol.ServerMessage;

/** Every relayed signal names its true sender; nothing crosses probes. */
final class Attribution extends Invariant implements Hooks.OnRelay {

    Attribution(Ledger ledger) {
        super(ledger, "Attribution");
    }

    @Override
    public void relayed(Relay relay) {
        ServerMessage.RelayedSignal message = relay.message;
        if (message == null) {
            return;
        }
        Person sender = relay.sender;
        if (sender == null) {
            fails("a signal of " + probe(relay, message)
                    + " that nobody sent was relayed in the name of " + message.from());
        } else if (!sender.subject.equals(message.from())) {
            fails("a signal of " + probe(relay, message) + " was sent by " + sender
                    + " and relayed in the name of " + message.from());
        } else if (!message.probe().equals(relay.sentFor)) {
            fails("a signal that " + sender + " sent for another probe was relayed in "
                    + probe(relay, message));
        } else if (relay.probe != null && relay.probe.sideOf(sender) == null) {
            fails("a signal of " + sender + ", who is no member, was relayed in "
                    + probe(relay, message));
        }
    }

    private static String probe(Relay relay, ServerMessage.RelayedSignal message) {
        return Words.probe(relay.probe, message.probe());
    }
}
