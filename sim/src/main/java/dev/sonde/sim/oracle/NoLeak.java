package dev.sonde.sim.oracle;

import dev.sonde.lobby.LobbySnapshot;

/** Live probes, timers, flags, peer connections: all zero at quiescence. */
final class NoLeak extends EndCheck implements Hooks.AtEnd {

    NoLeak(Ledger ledger) {
        super(ledger, "NoLeak", SNAPSHOT);
    }

    @Override
    public void end(EndFacts facts) {
        if (facts.openPeerConnections() > 0) {
            fails(facts.openPeerConnections() + " peer connections are open at the end");
        }
        LobbySnapshot snapshot = facts.snapshot();
        if (snapshot == null) {
            skips();
            return;
        }
        if (!snapshot.probes().isEmpty()) {
            fails(snapshot.probes().size() + " probes are live at the end");
        } else if (snapshot.pendingTimers() > 0) {
            fails(snapshot.pendingTimers() + " timers are set at the end");
        }
        for (LobbySnapshot.Person person : snapshot.people()) {
            if (person.place().equals("probing") || person.place().equals("draining")) {
                fails(person.subject() + " is " + person.place() + " at the end, without a probe");
            }
        }
    }
}
