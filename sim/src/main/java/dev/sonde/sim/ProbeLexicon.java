package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.Lexicon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words for what a run of the probe protocol is made of. Probes and matches are numbered in the
 * order in which the trace speaks of them, since nobody can read their ids.
 */
final class ProbeLexicon implements Lexicon {

    private final Fingerprints fingerprints = new Fingerprints();
    private final MessageWords messages = new MessageWords(this);
    private final Map<ProbeId, Integer> probes = new LinkedHashMap<>();
    private final Map<MatchId, Integer> matches = new LinkedHashMap<>();

    @Override
    public long fingerprint(Object what) {
        return fingerprints.of(what);
    }

    @Override
    public String label(Object what) {
        if (what instanceof Input input) {
            return label(input);
        }
        if (what instanceof Effect effect) {
            return label(effect);
        }
        if (what instanceof ServerMessage message) {
            return messages.of(message);
        }
        if (what instanceof ClientMessage message) {
            return messages.of(message);
        }
        if (what instanceof Chronicle.Lost lost) {
            return "lost: " + label(lost.message()) + ", by " + lost.rule();
        }
        return String.valueOf(what);
    }

    private String label(Input input) {
        if (input instanceof Input.Receive receive) {
            return receive.socket() + " " + messages.of(receive.message());
        }
        if (input instanceof Input.Connect connect) {
            return connect.socket() + " connects as " + connect.subject();
        }
        if (input instanceof Input.Disconnect disconnect) {
            return disconnect.socket() + " disconnects";
        }
        if (input instanceof Input.Heard heard) {
            return heard.socket() + " is heard";
        }
        return input instanceof Input.Wake ? "wake" : "shutdown";
    }

    private String label(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return "send to " + send.subject() + " " + send.socket() + ": "
                    + messages.of(send.message());
        }
        if (effect instanceof Effect.Close close) {
            return "close " + close.socket() + " of " + close.subject();
        }
        if (effect instanceof Effect.ProbeCreated created) {
            return name(created.probe()) + " created: " + created.subjectA() + ", "
                    + created.subjectB();
        }
        if (effect instanceof Effect.ProbeFinished finished) {
            return name(finished.probe()) + " finished: " + outcome(finished.outcome());
        }
        if (effect instanceof Effect.StayOpened opened) {
            return opened.subject() + " waits";
        }
        if (effect instanceof Effect.StayClosed closed) {
            return closed.subject() + " waits no more: " + closed.reason().wireName();
        }
        if (effect instanceof Effect.Refused refused) {
            return "refused " + refused.event() + " of " + refused.socket() + ": "
                    + refused.reason().wireName();
        }
        if (effect instanceof Effect.StrategyFailed failed) {
            return "strategy " + failed.strategy() + " failed: " + failed.error();
        }
        return ofMatch(effect);
    }

    private String ofMatch(Effect effect) {
        if (effect instanceof Effect.MatchFormed formed) {
            StringBuilder text = new StringBuilder(name(formed.match()));
            text.append(" formed: ").append(ids(formed.members()));
            for (Effect.PairRtt pair : formed.pairs()) {
                text.append(", ").append(pair.subjectA()).append('-').append(pair.subjectB());
                text.append(' ').append(millis(pair.rttMillis()));
            }
            return text.toString();
        }
        if (effect instanceof Effect.MatchFinal isFinal) {
            return name(isFinal.match()) + " final";
        }
        if (effect instanceof Effect.MatchCancelled cancelled) {
            return name(cancelled.match()) + " cancelled: " + cancelled.cause() + " "
                    + cancelled.reason();
        }
        return String.valueOf(effect);
    }

    private static String outcome(ProbeOutcome outcome) {
        String value = outcome instanceof ProbeOutcome.Complete complete
                ? " " + millis(complete.rttMillis())
                : "";
        return outcome.wireName() + value + " in " + outcome.phase().wireName();
    }

    static String millis(double rttMillis) {
        return Decimals.text(rttMillis) + "ms";
    }

    static String ids(List<SubjectId> subjects) {
        return String.join(", ", subjects.stream().map(SubjectId::value).toList());
    }

    String name(ProbeId probe) {
        return "probe#" + probes.computeIfAbsent(probe, key -> probes.size() + 1);
    }

    String name(MatchId match) {
        return "match#" + matches.computeIfAbsent(match, key -> matches.size() + 1);
    }
}
