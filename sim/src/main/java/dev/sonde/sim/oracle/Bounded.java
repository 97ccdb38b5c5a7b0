package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.LobbySnapshot;

/** Every collection stays within its configured bound. */
final class Bounded extends Invariant
        implements Hooks.OnCreated, Hooks.OnStayOpened, Hooks.OnRelay, Hooks.AtEnd {

    private final OracleSettings.Bounds bounds;

    Bounded(Ledger ledger) {
        super(ledger, "Bounded");
        bounds = ledger.settings.bounds();
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        check("live probes", ledger.liveCount + 1, bounds.liveProbes());
    }

    @Override
    public void stayOpened(Effect.StayOpened effect, Person person) {
        check("waiting people", ledger.waitingCount + 1, bounds.waitingPeople());
    }

    @Override
    public void relayed(Relay relay) {
        Side from = relay.from;
        if (from == null || relay.message == null) {
            return;
        }
        if (from.relayedCount + 1 > bounds.signalsPerSide()) {
            fails("signal " + (from.relayedCount + 1) + " of " + from.person
                    + " was relayed in one probe; at most " + bounds.signalsPerSide()
                    + " were expected");
        }
        int bytes = from.relayedBytes + relay.message.payload().sizeBytes();
        if (bytes > bounds.signalBytesPerSide()) {
            fails(bytes + " bytes of signals of " + from.person
                    + " were relayed in one probe; at most " + bounds.signalBytesPerSide()
                    + " were expected");
        }
    }

    @Override
    public void end(EndFacts facts) {
        LobbySnapshot snapshot = facts.snapshot();
        if (snapshot != null) {
            check("remembered probes", snapshot.rememberedProbes(), bounds.rememberedProbes());
            check("remembered pairs", snapshot.rememberedPairs(), bounds.rememberedPairs());
        }
    }

    private void check(String what, int count, int most) {
        if (count > most) {
            fails("there are " + count + " " + what + "; at most " + most + " were expected");
        }
    }
}
