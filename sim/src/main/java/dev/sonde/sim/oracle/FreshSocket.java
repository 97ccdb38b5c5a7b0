package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

/** Nothing is sent to a socket that the server already knows is gone or replaced. */
final class FreshSocket extends Invariant implements Hooks.OnSend {

    FreshSocket(Ledger ledger) {
        super(ledger, "FreshSocket");
    }

    @Override
    public void sent(Effect.Send effect, @Nullable Connection to) {
        if (to == null) {
            fails(effect.message().event() + " for " + effect.subject() + " was sent to "
                    + effect.socket() + ", which is not open");
        } else if (to.closedByLobby) {
            fails(effect.message().event() + " for " + effect.subject() + " was sent to "
                    + effect.socket() + ", which the lobby itself had closed");
        } else if (!to.isCurrent() && !isFreshNews(to) && !isFarewell(effect)) {
            fails(effect.message().event() + " for " + effect.subject() + " was sent to "
                    + effect.socket() + ", whose place another connection had taken");
        } else if (!to.person.subject.equals(effect.subject())) {
            fails(effect.message().event() + " for " + effect.subject() + " was sent to "
                    + effect.socket() + ", which belongs to " + to.person);
        }
    }

    /** What was due comes before this step's input, so before the lobby knows of it. */
    private boolean isFreshNews(Connection to) {
        return to.goneStep == ledger.step || to.replacedStep == ledger.step;
    }

    private static boolean isFarewell(Effect.Send effect) {
        return effect.message() instanceof ServerMessage.Superseded;
    }
}
