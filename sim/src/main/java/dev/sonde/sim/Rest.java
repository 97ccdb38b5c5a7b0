package dev.sonde.sim;

import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.MediaPlane;

import java.util.function.Predicate;

/** Sees when a run is over although events are left: what goes on for ever is not waited for. */
final class Rest {

    /** Whatever people and the lobby still do of themselves comes sooner after the storm. */
    private static final long LONG_NANOS = 1_800_000_000_000L;

    private final Kernel kernel;
    private final ServerDriver server;
    private final Recorder recorder;
    private final MediaPlane media;
    private final boolean beatsAreHeard;
    private final Predicate<String> neverCloses;

    /**
     * @param beatsAreHeard true if signs of life are events, which open connections give for ever
     * @param neverCloses whose media connections stay; at packet detail, packets keep them alive
     */
    Rest(
            Kernel kernel,
            ServerDriver server,
            Recorder recorder,
            MediaPlane media,
            boolean beatsAreHeard,
            Predicate<String> neverCloses) {
        this.kernel = kernel;
        this.server = server;
        this.recorder = recorder;
        this.media = media;
        this.beatsAreHeard = beatsAreHeard;
        this.neverCloses = neverCloses;
    }

    /** @param calmNanos how long ago the storm ended */
    boolean onlySignsOfLifeAreLeft(long calmNanos) {
        boolean isLong = calmNanos > LONG_NANOS;
        return (beatsAreHeard || isLong)
                && recorder.nobodyWaits()
                && server.lobby().nextDeadlineNanos() == LobbyUnderTest.NO_DEADLINE
                && ((beatsAreHeard && kernel.pending() <= server.openConnections())
                        || (isLong && media.openConnections(neverCloses) > 0));
    }
}
