package dev.sonde.sim.broken;

import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Snapshots in which some people are flagged as probing for ever. */
final class Flags {

    private Flags() {}

    static LobbySnapshot keep(LobbySnapshot snapshot, Set<SubjectId> flagged) {
        List<LobbySnapshot.Person> people = new ArrayList<>();
        for (LobbySnapshot.Person person : snapshot.people()) {
            if (!flagged.contains(person.subject())) {
                people.add(person);
            }
        }
        for (SubjectId subject : flagged) {
            people.add(new LobbySnapshot.Person(subject, "present", "probing"));
        }
        return new LobbySnapshot(
                people,
                snapshot.probes(),
                snapshot.pendingTimers(),
                snapshot.rememberedProbes(),
                snapshot.rememberedPairs());
    }
}
