package dev.sonde.sim;

import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.oracle.EndFacts;
import dev.sonde.sim.peer.Person;
import dev.sonde.sim.population.Cast;
import dev.sonde.sim.population.Participant;

import java.util.ArrayList;
import java.util.List;

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
    private final Cast cast;
    private final Attendance attendance;

    /**
     * @param beatsAreHeard true if signs of life are events, which open connections give for ever
     */
    Rest(
            Kernel kernel,
            ServerDriver server,
            Recorder recorder,
            MediaPlane media,
            boolean beatsAreHeard,
            Cast cast,
            Attendance attendance) {
        this.kernel = kernel;
        this.server = server;
        this.recorder = recorder;
        this.media = media;
        this.beatsAreHeard = beatsAreHeard;
        this.cast = cast;
        this.attendance = attendance;
    }

    /** @param calmNanos how long ago the storm ended */
    boolean onlySignsOfLifeAreLeft(long calmNanos) {
        boolean isLong = calmNanos > LONG_NANOS;
        return (beatsAreHeard || isLong)
                && recorder.nobodyWaits()
                && server.lobby().nextDeadlineNanos() == LobbyUnderTest.NO_DEADLINE
                && ((beatsAreHeard
                                && kernel.pending() + attendance.toCome()
                                        <= server.openConnections())
                        || (isLong && media.openConnections(one -> !closes(one)) > 0));
    }

    /** False for one whose media connections stay; at packet detail, packets keep them alive. */
    private boolean closes(String one) {
        Participant person = cast.find(one);
        return person != null && person.spec().behaviour().closesItsConnections();
    }

    /** What claims about the end of a run judge. */
    EndFacts facts() {
        List<SubjectId> connected = new ArrayList<>();
        int leaked = media.openConnections(this::closes);
        for (Participant one : cast.people()) {
            Person person = attendance.find(one.spec().subject());
            if (person != null && person.isConnected()) {
                connected.add(person.subject());
            }
            if (person != null
                    && person.holdsUnused()
                    && one.spec().behaviour().closesItsConnections()) {
                leaked--;
            }
        }
        return new EndFacts(server.lobby().snapshot().orElse(null), leaked, connected);
    }
}
