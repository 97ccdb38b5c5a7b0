package dev.sonde.server.load;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.server.Guard;
import dev.sonde.server.ServerConfig;
import dev.sonde.server.ServerSettings;
import dev.sonde.server.SondeServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The server of a load run, on a free port of the loopback interface. As people would have it: it
 * believes everybody's name, but as in production it tells nobody of refusals.
 */
final class LoadServer {

    /** Honest people's pool. */
    static final String POOL = "default";

    /** The pool of attackers who wait to be probed. */
    static final String THEIRS = "theirs";

    private static final long SECOND = 1_000_000_000L;
    private static final int MUCH = 1 << 30;

    private LoadServer() {}

    static SondeServer start(Plan plan) throws IOException {
        ServerConfig config = ServerSettings.read(Map.of(
                "port",
                "0",
                "pools",
                POOL + "," + THEIRS,
                "max-p2p-rtt-ms",
                "100",
                "hold-ms",
                "1",
                "max-connections",
                "100000"));
        Set<Guard> guards = EnumSet.allOf(Guard.class);
        guards.retainAll(plan.guards());
        LobbyConfig lobby = lobby(config.lobby(), plan.attack());
        if (plan.attack() == Attack.SLOW) {
            // It would cut the one who sends before the other one has anything to leave unread.
            guards.remove(Guard.INBOUND_BUDGET);
        }
        ServerConfig made = new ServerConfig(
                config.host(),
                config.port(),
                config.ioThreads(),
                config.pools(),
                lobby,
                config.matchmaker(),
                config.identity(),
                null,
                null,
                null,
                config.limits(),
                guards,
                null);
        return SondeServer.start(made, line -> {});
    }

    /** Short graces, so that the end of a run need not be waited for. */
    private static LobbyConfig lobby(LobbyConfig usual, @Nullable Attack attack) {
        boolean isSlow = attack == Attack.SLOW;
        PresenceConfig presence = usual.presence();
        ProbeConfig probe = usual.probe();
        return new LobbyConfig(
                usual.pool(),
                new PresenceConfig(
                        SECOND,
                        2 * SECOND,
                        isSlow ? MUCH : presence.burstEvents(),
                        presence.eventsPerSecond()),
                new ProbeConfig(
                        probe.timeoutNanos(),
                        probe.preparingNanos(),
                        probe.settleNanos(),
                        probe.results(),
                        isSlow ? MUCH : probe.signalsPerSide(),
                        isSlow ? MUCH : probe.signalBytesPerSide(),
                        probe.rememberedNanos(),
                        probe.rememberedProbes()),
                usual.waiting(),
                false);
    }
}
