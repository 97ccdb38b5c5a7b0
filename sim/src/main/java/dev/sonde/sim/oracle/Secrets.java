package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.TurnCredentials;

import org.jspecify.annotations.Nullable;

/** TURN credentials go to members' current sockets only, and never into texts. */
final class Secrets extends Invariant implements Hooks.OnPrepare, Hooks.OnText {

    /** The last credential that was given out: what a careless text would show. */
    private String lastCredential = "";

    Secrets(Ledger ledger) {
        super(ledger, "Secrets");
    }

    @Override
    public void prepared(
            Effect.Send effect,
            ServerMessage.Prepare message,
            @Nullable Connection to,
            @Nullable ProbeLog probe) {
        TurnCredentials turn = message.turn();
        if (turn == null) {
            return;
        }
        if (lastCredential.isEmpty() && message.toString().contains(turn.credential())) {
            fails("the text of probe_prepare shows the credential");
        }
        lastCredential = turn.credential();
        if (to == null) {
            fails("TURN credentials for " + effect.subject() + " were sent to " + effect.socket()
                    + ", which is not open");
        } else if (probe == null || probe.sideOf(to.person) == null) {
            fails("TURN credentials for " + Words.probe(probe, message.probe()) + " were sent to "
                    + to.person + ", who is no member of it");
        } else if (!to.isCurrent()
                && to.goneStep != ledger.step
                && to.replacedStep != ledger.step) {
            fails("TURN credentials for " + to.person + " were sent to " + effect.socket()
                    + ", which is not " + to.person + "'s current connection");
        } else if (!probe.isLive()) {
            fails("TURN credentials for " + Words.probe(probe) + " were sent after its end");
        }
    }

    @Override
    public void text(String text) {
        if (!lastCredential.isEmpty() && text.contains(lastCredential)) {
            fails("a text for logs shows a TURN credential");
        }
    }
}
