package dev.sonde.sim;

import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.oracle.EndFacts;
import dev.sonde.sim.peer.Person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sees when a run is over although events are left, since what goes on for ever is not waited for;
 * and what is left then.
 */
final class Rest {

    /** Whatever people and the lobby still do of themselves comes sooner after the storm. */
    private static final long LONG_NANOS = 1_800_000_000_000L;

    private final Kernel kernel;
    private final ServerDriver server;
    private final Recorder recorder;
    private final MediaPlane media;
    private final boolean beatsAreHeard;
    private final Map<SubjectId, Person> people;

    /**
     * @param beatsAreHeard true if signs of life are events, which open connections give for ever
     */
    Rest(
            Kernel kernel,
            ServerDriver server,
            Recorder recorder,
            MediaPlane media,
            boolean beatsAreHeard,
            Map<SubjectId, Person> people) {
        this.kernel = kernel;
        this.server = server;
        this.recorder = recorder;
        this.media = media;
        this.beatsAreHeard = beatsAreHeard;
        this.people = people;
    }

    /** @param calmNanos how long ago the storm ended */
    boolean onlySignsOfLifeAreLeft(long calmNanos) {
        boolean isLong = calmNanos > LONG_NANOS;
        return (beatsAreHeard || isLong)
                && recorder.nobodyWaits()
                && server.lobby().nextDeadlineNanos() == LobbyUnderTest.NO_DEADLINE
                && ((beatsAreHeard && kernel.pending() <= server.openConnections())
                        || (isLong && media.openConnections(one -> !closes(one)) > 0));
    }

    /** False for one whose media connections stay; at packet detail, packets keep them alive. */
    private boolean closes(String one) {
        Person person = people.get(new SubjectId(one));
        return person != null && isTidy(person);
    }

    private static boolean isTidy(Person person) {
        return person.spec().behaviour().closesItsConnections();
    }

    /** What claims about the end of a run judge. */
    EndFacts facts() {
        List<SubjectId> connected = new ArrayList<>(people.size());
        int leaked = media.openConnections(this::closes);
        for (Person person : people.values()) {
            if (person.isConnected()) {
                connected.add(person.subject());
            }
            if (person.holdsUnused() && isTidy(person)) {
                leaked--;
            }
        }
        return new EndFacts(server.lobby().snapshot().orElse(null), leaked, connected);
    }
}
