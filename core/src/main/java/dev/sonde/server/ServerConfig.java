package dev.sonde.server;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.matchmaking.Matchmaker;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a server is made of. Made from texts by {@link ServerSettings}.
 *
 * @param host name or address to listen on
 * @param port 0 for any free one
 * @param ioThreads threads that serve sockets; each pool lives on one of them
 * @param pools names of the pools, at least one
 * @param lobby settings of every pool; its pool name is replaced by each of {@code pools}
 * @param identity who is let in
 * @param turn credentials to hand out, null for none
 * @param webhook where matches are posted to, null for nowhere
 * @param keyStore TLS, null for plain
 * @param limits of connections
 * @param guards all of them, but in tests that show what one is for
 * @param record where to record to, null for nowhere
 */
public record ServerConfig(
        String host,
        int port,
        int ioThreads,
        List<String> pools,
        LobbyConfig lobby,
        Matchmaker matchmaker,
        Identity identity,
        @Nullable Turn turn,
        @Nullable Hook webhook,
        @Nullable KeyStoreFile keyStore,
        ConnectionLimits limits,
        Set<Guard> guards,
        @Nullable Recording record) {

    public ServerConfig {
        pools = List.copyOf(pools);
        if (pools.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one pool");
        }
        if (identity.secret == null && !isLoopback(host)) {
            throw new IllegalArgumentException("without a secret this is development mode, which"
                    + " lets everybody be anybody and so listens on this machine only, but host is "
                    + host + "; to serve other machines, set secret-file (see `sonde token"
                    + " --help`)");
        }
    }

    /**
     * Who is let in.
     *
     * @param secret that tokens are signed with; null for development mode
     * @param origins pages that may connect besides our own
     * @param operatorToken for metrics, lobby and events; null for nobody, and in development mode
     *     for everybody
     */
    public record Identity(
            @Nullable Secret secret,
            List<String> origins,
            @Nullable Secret operatorToken) {
        public Identity {
            origins = List.copyOf(origins);
        }
    }

    /** A TURN server that shares a secret with us. */
    public record Turn(Secret secret, List<String> urls, int lifeSeconds) {
        public Turn {
            urls = List.copyOf(urls);
        }
    }

    /** Where matches are posted to. */
    public record Hook(URI address, @Nullable Secret secret) {}

    /**
     * Where the first pool's session is recorded to.
     *
     * @param settings that make its lobby again; none of them is a secret
     */
    public record Recording(Path file, Map<String, String> settings) {
        public Recording {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /** A PKCS #12 key store. */
    public record KeyStoreFile(Path file, Secret password) {}

    /**
     * @param mostConnections websockets at a time
     * @param pingMillis between heartbeats
     * @param pingTimeoutMillis after which a silent client is gone, on top of {@code pingMillis}
     * @param stepMillis longest that a pool may take for one step before it counts as stuck
     */
    public record ConnectionLimits(
            int mostConnections, int pingMillis, int pingTimeoutMillis, int stepMillis) {

        public static final ConnectionLimits DEFAULT =
                new ConnectionLimits(20_000, 8_000, 20_000, 5_000);
    }

    /** The settings of one pool's lobby. */
    LobbyConfig lobbyOf(String pool, boolean echoesRefusals) {
        return new LobbyConfig(
                pool, lobby.presence(), lobby.probe(), lobby.waiting(), echoesRefusals);
    }

    public boolean isDevelopment() {
        return identity.secret == null;
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** The same, listening elsewhere. */
    public ServerConfig at(String otherHost, int otherPort) {
        return new ServerConfig(
                otherHost,
                otherPort,
                ioThreads,
                pools,
                lobby,
                matchmaker,
                identity,
                turn,
                webhook,
                keyStore,
                limits,
                guards,
                record);
    }

    /** The same without some of the guards. For tests and load runs. */
    public ServerConfig with(Set<Guard> otherGuards, ConnectionLimits otherLimits) {
        return new ServerConfig(
                host,
                port,
                ioThreads,
                pools,
                lobby,
                matchmaker,
                identity,
                turn,
                webhook,
                keyStore,
                otherLimits,
                otherGuards,
                record);
    }
}
