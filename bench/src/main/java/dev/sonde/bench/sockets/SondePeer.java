package dev.sonde.bench.sockets;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.server.Guard;
import dev.sonde.server.ServerConfig;
import dev.sonde.server.ServerSettings;
import dev.sonde.server.SondeServer;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Our server, with limits that a few people who never stop talking do not reach: all guards work
 * but the one that would cut them.
 */
final class SondePeer {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int MUCH = Integer.MAX_VALUE;

    private SondePeer() {}

    /** Serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        ServerConfig usual = ServerSettings.read(Map.of("port", "0", "max-p2p-rtt-ms", "100"));
        LobbyConfig lobby = usual.lobby();
        ProbeConfig probe = lobby.probe();
        LobbyConfig patient = new LobbyConfig(
                lobby.pool(),
                new PresenceConfig(
                        lobby.presence().probeGraceNanos(),
                        lobby.presence().graceNanos(),
                        MUCH,
                        MUCH),
                new ProbeConfig(
                        HOUR_NANOS,
                        HOUR_NANOS,
                        probe.settleNanos(),
                        probe.results(),
                        MUCH,
                        MUCH,
                        probe.rememberedNanos(),
                        probe.rememberedProbes()),
                lobby.waiting(),
                lobby.echoesRefusals());
        Set<Guard> guards = EnumSet.complementOf(EnumSet.of(Guard.INBOUND_BUDGET));
        ServerConfig config = new ServerConfig(
                usual.host(),
                usual.port(),
                usual.ioThreads(),
                usual.pools(),
                patient,
                usual.matchmaker(),
                usual.identity(),
                null,
                null,
                null,
                usual.limits(),
                guards,
                null);
        try (SondeServer server = SondeServer.start(config, line -> {})) {
            PeerProcess.announce(server.port());
        }
    }
}
