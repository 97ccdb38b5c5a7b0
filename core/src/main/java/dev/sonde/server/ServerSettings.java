package dev.sonde.server;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.GroupReunion;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.PauseConfig;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ResultPolicy;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The settings of a server as texts: from a file, the environment and the command line. */
public final class ServerSettings {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, String> values;

    private ServerSettings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param given by key; what is missing is as by default
     * @throws IllegalArgumentException if a key is unknown or a value does not fit; the message
     *     names it
     */
    public static ServerConfig read(Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            values.put(setting.key(), setting.byDefault());
        }
        given.forEach((key, value) -> {
            if (!values.containsKey(key)) {
                throw new IllegalArgumentException("there is no setting called " + key);
            }
            values.put(key, value);
        });
        return new ServerSettings(values).config();
    }

    private ServerConfig config() {
        return new ServerConfig(
                text(Setting.HOST),
                integer(Setting.PORT, 0, 65_535),
                integer(Setting.IO_THREADS, 1, 64),
                pools(),
                lobby(),
                matchmaker(),
                new ServerConfig.Identity(
                        signingSecret(),
                        list(Setting.ORIGINS),
                        secret(Setting.OPERATOR_TOKEN_FILE)),
                turn(),
                webhook(),
                keyStore(),
                new ServerConfig.ConnectionLimits(
                        integer(Setting.MAX_CONNECTIONS, 1, 1_000_000),
                        ServerConfig.ConnectionLimits.DEFAULT.pingMillis(),
                        ServerConfig.ConnectionLimits.DEFAULT.pingTimeoutMillis(),
                        ServerConfig.ConnectionLimits.DEFAULT.stepMillis()),
                EnumSet.allOf(Guard.class),
                recording());
    }

    /** What a replay needs to make the same lobby. */
    private static final List<Setting> OF_THE_LOBBY = List.of(
            Setting.GROUP_SIZE,
            Setting.MATCHMAKER,
            Setting.MAX_P2P_RTT_MS,
            Setting.MAX_SERVER_RTT_MS,
            Setting.RESULTS,
            Setting.PROBE_TIMEOUT_MS,
            Setting.WAITING_TIME_MS,
            Setting.HOLD_MS);

    private ServerConfig.@Nullable Recording recording() {
        if (text(Setting.RECORD).isEmpty()) {
            return null;
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Setting.POOLS.key(), pools().get(0));
        OF_THE_LOBBY.forEach(setting -> settings.put(setting.key(), text(setting)));
        return new ServerConfig.Recording(Path.of(text(Setting.RECORD)), settings);
    }

    private List<String> pools() {
        List<String> pools = list(Setting.POOLS);
        for (String pool : pools) {
            if (!SubjectId.isValid(pool)) {
                throw wrong(Setting.POOLS, "names of 1 to 64 of 0-9 A-Z a-z . _ -");
            }
        }
        return pools;
    }

    private LobbyConfig lobby() {
        ProbeConfig probe = ProbeConfig.DEFAULT;
        WaitingConfig room = WaitingConfig.DEFAULT;
        PauseConfig pauses = PauseConfig.DEFAULT;
        long timeout = nanos(Setting.PROBE_TIMEOUT_MS);
        return new LobbyConfig(
                pools().get(0),
                PresenceConfig.DEFAULT,
                new ProbeConfig(
                        timeout,
                        Math.min(timeout, probe.preparingNanos()),
                        probe.settleNanos(),
                        results(),
                        probe.signalsPerSide(),
                        probe.signalBytesPerSide(),
                        probe.rememberedNanos(),
                        probe.rememberedProbes()),
                new WaitingConfig(
                        integer(Setting.GROUP_SIZE, 2, 16),
                        nanos(Setting.WAITING_TIME_MS),
                        nanos(Setting.HOLD_MS),
                        room.askAgainNanos(),
                        room.drainAfterOtherNanos(),
                        room.drainAfterStartNanos(),
                        timeout,
                        room.heardWithinNanos(),
                        room.reuseNanos(),
                        room.stateEveryNanos(),
                        room.stateUpTo(),
                        room.capacity(),
                        pauses),
                text(Setting.SECRET_FILE).isEmpty());
    }

    private ResultPolicy results() {
        String name = text(Setting.RESULTS).replace('-', '_').toUpperCase(Locale.ROOT);
        for (ResultPolicy policy : ResultPolicy.values()) {
            if (policy.name().equals(name)) {
                return policy;
            }
        }
        throw wrong(Setting.RESULTS, "first, both-mean, both-max or both-min");
    }

    private Matchmaker matchmaker() {
        OptionalDouble limit = millis(Setting.MAX_P2P_RTT_MS);
        return switch (text(Setting.MATCHMAKER)) {
            case "fifo" -> new Fifo(limit);
            case "latency-fifo" ->
                new LatencyFifo(
                        millis(Setting.MAX_SERVER_RTT_MS)
                                .orElseThrow(() -> wrong(
                                        Setting.MAX_SERVER_RTT_MS,
                                        "milliseconds, since matchmaker is latency-fifo")),
                        limit);
            case "group-reunion" -> new GroupReunion(false, limit);
            case "group-reunion-or-fifo" -> new GroupReunion(true, limit);
            default ->
                throw wrong(
                        Setting.MATCHMAKER,
                        "fifo, latency-fifo, group-reunion or group-reunion-or-fifo");
        };
    }

    private ServerConfig.@Nullable Turn turn() {
        Secret secret = secret(Setting.TURN_SECRET_FILE);
        if (secret == null) {
            return null;
        }
        if (text(Setting.SECRET_FILE).isEmpty()) {
            throw new IllegalArgumentException("turn-secret-file is set, but secret-file is not:"
                    + " development mode hands out no TURN credentials");
        }
        return new ServerConfig.Turn(
                secret, list(Setting.TURN_URLS), integer(Setting.TURN_SECONDS, 10, 86_400));
    }

    private ServerConfig.@Nullable Hook webhook() {
        String address = text(Setting.WEBHOOK);
        if (address.isEmpty()) {
            return null;
        }
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            throw wrong(Setting.WEBHOOK, "an address that begins with http:// or https://");
        }
        return new ServerConfig.Hook(URI.create(address), secret(Setting.WEBHOOK_SECRET_FILE));
    }

    private ServerConfig.@Nullable KeyStoreFile keyStore() {
        String file = text(Setting.KEY_STORE);
        if (file.isEmpty()) {
            return null;
        }
        Secret password = secret(Setting.KEY_STORE_PASSWORD_FILE);
        return new ServerConfig.KeyStoreFile(
                Path.of(file), password == null ? Secret.of("") : password);
    }

    private String text(Setting setting) {
        return values.getOrDefault(setting.key(), "").strip();
    }

    private List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private int integer(Setting setting, int least, int most) {
        try {
            int value = Integer.parseInt(text(setting));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw wrong(setting, "a number from " + least + " to " + most);
    }

    private long nanos(Setting setting) {
        return integer(setting, 1, 86_400_000) * NANOS_PER_MILLI;
    }

    private OptionalDouble millis(Setting setting) {
        return text(setting).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(integer(setting, 0, 60_000));
    }

    /** The one for tokens, which strangers could guess if it were short. */
    private @Nullable Secret signingSecret() {
        Secret secret = secret(Setting.SECRET_FILE);
        if (secret != null) {
            try {
                Tokens.check(secret.bytes());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        Setting.SECRET_FILE.key() + ": " + text(Setting.SECRET_FILE) + ": "
                                + e.getMessage(),
                        e);
            }
        }
        return secret;
    }

    /** What is in the file that the setting names, without the end of its line. */
    private @Nullable Secret secret(Setting setting) {
        String file = text(setting);
        if (file.isEmpty()) {
            return null;
        }
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new IllegalArgumentException(setting.key() + ": " + file + " is empty");
            }
            return Secret.of(content);
        } catch (IOException e) {
            throw new IllegalArgumentException(setting.key() + ": " + file + " cannot be read", e);
        }
    }

    private IllegalArgumentException wrong(Setting setting, String expected) {
        return new IllegalArgumentException(
                setting.key() + " is '" + text(setting) + "', but should be " + expected);
    }
}
