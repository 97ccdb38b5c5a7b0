package dev.sonde.lobby;

import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.presence.PresenceRegistry;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the three machines' views together. */
final class Snapshots {

    private Snapshots() {}

    static LobbySnapshot of(PresenceRegistry presence, ProbeCoordinator probes, WaitingRoom room) {
        Map<SubjectId, String> places = new TreeMap<>();
        for (SubjectId subject : presence.subjects()) {
            places.put(subject, "out");
        }
        for (WaitingRoom.Seen seen : room.people()) {
            places.put(seen.subject(), seen.place().wireName());
        }
        List<LobbySnapshot.Person> people = new ArrayList<>(places.size());
        for (Map.Entry<SubjectId, String> place : places.entrySet()) {
            SubjectId subject = place.getKey();
            String state = presence.stateOf(subject).wireName();
            people.add(new LobbySnapshot.Person(subject, state, place.getValue()));
        }
        List<LobbySnapshot.LiveProbe> live = new ArrayList<>();
        for (ProbeCoordinator.Live probe : probes.live()) {
            live.add(new LobbySnapshot.LiveProbe(
                    probe.probe(), probe.subjectA(), probe.subjectB(), probe.phase()));
        }
        int timers = presence.pendingTimers() + probes.pendingTimers() + room.pendingTimers();
        return new LobbySnapshot(
                people, live, timers, probes.rememberedProbes(), room.rememberedPairs());
    }
}
