package dev.sonde.sim.child;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.GroupReunion;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.PauseConfig;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;
import dev.sonde.sim.LobbyFailure;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a lobby is told at its birth. Times are in nanoseconds, as in all lines. */
final class Settings {

    private static final SubjectId ANYBODY = new SubjectId("subject");

    private Settings() {}

    /**
     * @throws LobbyFailure if the matchmaker is a class of Java, which no other language can use
     */
    static ObjectNode write(LobbyConfig config, Matchmaker matchmaker, TurnCredentialSource turn) {
        ObjectNode reset = JsonNodeFactory.instance.objectNode();
        reset.put("pool", config.pool());
        reset.put("echoes_refusals", config.echoesRefusals());
        reset.set("matchmaker", matchmaker(matchmaker));
        WaitingConfig waiting = config.waiting();
        reset.putObject("waiting")
                .put("group_size", waiting.groupSize())
                .put("time", waiting.timeNanos())
                .put("grace", config.presence().graceNanos())
                .put("hold", waiting.holdNanos())
                .put("drain_after_other", waiting.drainAfterOtherNanos())
                .put("drain_after_start", waiting.drainAfterStartNanos())
                .put("heard_within", waiting.heardWithinNanos())
                .put("reuse", waiting.reuseNanos())
                .put("state_every", waiting.stateEveryNanos())
                .set("pause", pause(waiting.pauses()));
        ProbeConfig probe = config.probe();
        reset.putObject("probe")
                .put("timeout", probe.timeoutNanos())
                .put("preparing", probe.preparingNanos())
                .put("settle", probe.settleNanos())
                .put("grace", config.presence().probeGraceNanos())
                .put("results", probe.results().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("signals_per_side", probe.signalsPerSide())
                .put("signal_bytes_per_side", probe.signalBytesPerSide());
        TurnCredentials credentials = turn.credentialsFor(ANYBODY, 0);
        if (credentials == null) {
            reset.putNull("turn");
        } else {
            reset.putObject("turn")
                    .put("username", credentials.username().replace(ANYBODY.value(), "{subject}"))
                    .put("credential", credentials.credential());
        }
        return reset;
    }

    private static ObjectNode pause(PauseConfig pauses) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("over_limit", pauses.overLimitNanos())
                .put("over_limit_most", pauses.overLimitMostNanos())
                .put("near_factor", pauses.nearFactor())
                .put("failed_preparing", pauses.failedPreparingNanos())
                .put("failed", pauses.failedNanos())
                .put("failed_most", pauses.failedMostNanos());
    }

    private static ObjectNode matchmaker(Matchmaker matchmaker) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (matchmaker instanceof LatencyFifo latency) {
            node.put("type", "latency-fifo").put("max_server_rtt_ms", latency.maxServerRttMillis());
        } else if (matchmaker instanceof GroupReunion reunion) {
            node.put("type", "group-reunion").put("fallback_to_fifo", reunion.fallbackToFifo());
        } else if (matchmaker instanceof Fifo) {
            node.put("type", "fifo");
        } else {
            throw new LobbyFailure("the matchmaker " + matchmaker.name()
                    + " is a class, which a process cannot use; choose fifo, latency-fifo or"
                    + " group-reunion");
        }
        OptionalDouble limit = matchmaker.maxP2pRttMillis();
        if (limit.isPresent()) {
            node.put("max_p2p_rtt_ms", limit.getAsDouble());
        } else {
            node.putNull("max_p2p_rtt_ms");
        }
        return node;
    }
}
