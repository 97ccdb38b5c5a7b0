package dev.sonde.sim.oracle;

import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.protocol.StayEnd;

/**
 * Probes created = completed; stays opened = matched + left + lost + expired + shut down + still
 * waiting.
 */
final class Conservation extends EndCheck implements Hooks.AtEnd {

    Conservation(Ledger ledger) {
        super(ledger, "Conservation", EFFECTS);
    }

    @Override
    public void end(EndFacts facts) {
        if (ledger.probesCreated != ledger.probesFinished) {
            fails(ledger.probesCreated + " probes were created and " + ledger.probesFinished
                    + " completed; equal numbers were expected");
        }
        long closed = 0;
        for (long count : ledger.staysClosed) {
            closed += count;
        }
        if (ledger.staysOpened != closed + ledger.waitingCount) {
            fails(ledger.staysOpened + " stays were opened, " + closed + " closed, and "
                    + ledger.waitingCount + " people are waiting; the first is to be the sum of the"
                    + " others");
        }
        long matched = ledger.staysClosed[StayEnd.MATCHED.ordinal()];
        if (matched != ledger.membersMatched) {
            fails(matched + " stays were closed as matched, but matches have "
                    + ledger.membersMatched + " members");
        }
        LobbySnapshot snapshot = facts.snapshot();
        if (snapshot != null) {
            compare(snapshot);
        }
    }

    private void compare(LobbySnapshot snapshot) {
        int waiting = 0;
        for (LobbySnapshot.Person person : snapshot.people()) {
            switch (person.place()) {
                case "free", "probing", "draining" -> waiting++;
                default -> {}
            }
        }
        if (waiting != ledger.waitingCount) {
            fails(ledger.waitingCount + " stays are open, but the lobby lists " + waiting
                    + " people as waiting");
        }
    }
}
