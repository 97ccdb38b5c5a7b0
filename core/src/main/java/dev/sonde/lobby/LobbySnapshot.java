package dev.sonde.lobby;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/**
 * An immutable view of a lobby at one instant.
 *
 * @param people everybody that the lobby knows anything about, in order of their id
 * @param probes the live probes, in order of creation
 * @param pendingTimers deadlines that are still set, of all kinds
 * @param rememberedProbes ended probes kept to tell {@code finished} from {@code unknown-probe}
 * @param rememberedPairs pairs with a pause or a measurement that still counts
 */
public record LobbySnapshot(
        List<Person> people,
        List<LiveProbe> probes,
        int pendingTimers,
        int rememberedProbes,
        int rememberedPairs) {

    public LobbySnapshot {
        people = List.copyOf(people);
        probes = List.copyOf(probes);
    }

    /**
     * @param presence {@code absent}, {@code present} or {@code away}
     * @param place the waiting room's state: {@code out}, {@code free}, {@code probing},
     *     {@code draining}, {@code matched} or {@code final}
     */
    public record Person(SubjectId subject, String presence, String place) {}

    public record LiveProbe(
            ProbeId probe, SubjectId subjectA, SubjectId subjectB, ProbeOutcome.Phase phase) {}
}
