package dev.sonde.lobby;

import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.presence.PresenceRegistry;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.protocol.SubjectId;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts the three machines' views together. */
final class Snapshots {

    private Snapshots() {}

    static LobbySnapshot of(PresenceRegistry presence, ProbeCoordinator probes, WaitingRoom room) {
        Map<SubjectId, String> places = new TreeMap<>();
        presence.subjects().forEach(subject -> places.put(subject, "out"));
        room.people().forEach(seen -> places.put(seen.subject(), seen.place().wireName()));
        List<LobbySnapshot.Person> people = places.entrySet().stream()
                .map(entry -> new LobbySnapshot.Person(
                        entry.getKey(),
                        presence.stateOf(entry.getKey()).name().toLowerCase(Locale.ROOT),
                        entry.getValue()))
                .toList();
        List<LobbySnapshot.LiveProbe> live = probes.live().stream()
                .map(probe -> new LobbySnapshot.LiveProbe(
                        probe.probe(), probe.subjectA(), probe.subjectB(), probe.phase()))
                .toList();
        int timers = presence.pendingTimers() + probes.pendingTimers() + room.pendingTimers();
        return new LobbySnapshot(
                people, live, timers, probes.rememberedProbes(), room.rememberedPairs());
    }
}
