package dev.sonde.lobby;

import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.GroupReunion;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ResultPolicy;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What a conversation says about its lobby: {@code with group 3}. All else is as by default. */
final class Setting {

    private final Map<String, String> values = new LinkedHashMap<>();

    Setting set(String key, String value) {
        if (!KEYS.contains(key)) {
            throw new IllegalArgumentException("no such setting: " + key + "; there are " + KEYS);
        }
        values.put(key, value);
        return this;
    }

    private static final List<String> KEYS = List.of(
            "results",
            "group",
            "limit",
            "matchmaker",
            "hold",
            "waiting-time",
            "timeout",
            "probe-grace",
            "grace",
            "capacity",
            "signals",
            "signal-bytes",
            "burst",
            "remembered",
            "echo",
            "turn",
            "states");

    Lobby lobby(Cast cast) {
        TurnCredentialSource turn = values.containsKey("turn")
                ? (subject, now) -> new TurnCredentials(subject + "-user", "secret", List.of())
                : TurnCredentialSource.NONE;
        return new Lobby(config(), matchmaker(), cast, turn);
    }

    private LobbyConfig config() {
        PresenceConfig presence = PresenceConfig.DEFAULT;
        ProbeConfig probe = ProbeConfig.DEFAULT;
        WaitingConfig room = WaitingConfig.DEFAULT;
        String results = values.getOrDefault("results", "first").replace('-', '_');
        return new LobbyConfig(
                "default",
                new PresenceConfig(
                        nanos("probe-grace", presence.probeGraceNanos()),
                        nanos("grace", presence.graceNanos()),
                        number("burst", presence.burstEvents()),
                        presence.eventsPerSecond()),
                new ProbeConfig(
                        nanos("timeout", probe.timeoutNanos()),
                        probe.preparingNanos(),
                        probe.settleNanos(),
                        ResultPolicy.valueOf(results.toUpperCase(Locale.ROOT)),
                        number("signals", probe.signalsPerSide()),
                        number("signal-bytes", probe.signalBytesPerSide()),
                        probe.rememberedNanos(),
                        number("remembered", probe.rememberedProbes())),
                room(room),
                values.containsKey("echo"));
    }

    private WaitingConfig room(WaitingConfig room) {
        return new WaitingConfig(
                number("group", room.groupSize()),
                nanos("waiting-time", room.timeNanos()),
                nanos("hold", room.holdNanos()),
                room.askAgainNanos(),
                room.drainAfterOtherNanos(),
                room.drainAfterStartNanos(),
                room.probeTimeoutNanos(),
                room.heardWithinNanos(),
                room.reuseNanos(),
                room.stateEveryNanos(),
                number("states", 0),
                number("capacity", room.capacity()),
                room.pauses());
    }

    private Matchmaker matchmaker() {
        String limit = values.getOrDefault("limit", "100");
        OptionalDouble max = limit.equals("none")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(limit));
        String[] words = values.getOrDefault("matchmaker", "fifo").split(" ");
        return switch (words[0]) {
            case "fifo" -> new Fifo(max);
            case "latency-fifo" -> new LatencyFifo(Double.parseDouble(words[1]), max);
            case "reunion" -> new GroupReunion(false, max);
            case "reunion-or-fifo" -> new GroupReunion(true, max);
            default -> new OddMatchmaker(words[0], max);
        };
    }

    private int number(String key, int otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private long nanos(String key, long otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : Times.nanos(value);
    }
}
