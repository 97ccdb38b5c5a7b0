package dev.sonde.lobby;

import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentials;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes one effect as one line that leaves nothing out. */
final class EffectText {

    private final Cast cast;

    EffectText(Cast cast) {
        this.cast = cast;
    }

    String line(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return cast.name(send.socket()) + ": " + said(send.message());
        }
        if (effect instanceof Effect.Close close) {
            return cast.name(close.socket()) + " is disconnected";
        }
        if (effect instanceof Effect.Refused refused) {
            return cast.name(refused.socket()) + " refused " + refused.event() + ": "
                    + refused.reason().wireName();
        }
        if (effect instanceof Effect.StayOpened stay) {
            return stay.subject() + " waits since " + Times.text(stay.joinedAtNanos());
        }
        if (effect instanceof Effect.StayClosed stay) {
            return stay.subject() + " waits no more: " + stay.reason().wireName();
        }
        if (effect instanceof Effect.StrategyFailed failed) {
            return "strategy " + failed.strategy() + " failed: " + failed.error();
        }
        return ofMany(effect);
    }

    private String ofMany(Effect effect) {
        if (effect instanceof Effect.ProbeCreated created) {
            return Cast.name(created.probe()) + " of " + created.subjectA() + " and "
                    + created.subjectB();
        }
        if (effect instanceof Effect.ProbeFinished end) {
            return Cast.name(end.probe()) + " of " + end.subjectA() + " and " + end.subjectB() + " "
                    + said(end.outcome());
        }
        if (effect instanceof Effect.MatchFormed match) {
            return Cast.name(match.match()) + " of " + names(match.members()) + said(match.pairs());
        }
        if (effect instanceof Effect.MatchFinal match) {
            return Cast.name(match.match()) + " final";
        }
        if (effect instanceof Effect.MatchCancelled match) {
            return Cast.name(match.match()) + " cancelled by " + match.cause() + ": "
                    + match.reason();
        }
        throw new IllegalArgumentException("no text for " + effect);
    }

    private String said(ServerMessage message) {
        String event = message.event();
        if (message instanceof ServerMessage.Prepare prepare) {
            TurnCredentials turn = prepare.turn();
            String credentials = turn == null ? "" : " as " + turn.username();
            return event + " " + Cast.name(prepare.probe()) + " with " + prepare.peer()
                    + credentials;
        }
        if (message instanceof ServerMessage.Start start) {
            return event + " " + Cast.name(start.probe());
        }
        if (message instanceof ServerMessage.RelayedSignal signal) {
            String type = signal.type().name().toLowerCase(Locale.ROOT);
            return event + " " + Cast.name(signal.probe()) + " from " + signal.from() + ", " + type
                    + " " + signal.payload().toJson().asText();
        }
        if (message instanceof ServerMessage.Cancel cancel) {
            return event + " " + Cast.name(cancel.probe()) + ": " + cancel.reason();
        }
        if (message instanceof ServerMessage.WaitingRoomState state) {
            return event + " " + state.waiting() + " wait, " + state.needed() + " needed, "
                    + Times.text(state.millisRemaining() * 1_000_000L) + " left";
        }
        return said(event, message);
    }

    private static String said(String event, ServerMessage message) {
        if (message instanceof ServerMessage.MatchFound found) {
            return event + " " + Cast.name(found.match()) + " of " + names(found.members())
                    + said(found.rttMillis());
        }
        if (message instanceof ServerMessage.MatchCancelled cancelled) {
            return event + " " + Cast.name(cancelled.match()) + ": " + cancelled.reason();
        }
        if (message instanceof ServerMessage.WaitingRoomClosed closed) {
            return event + ": " + closed.reason().wireName();
        }
        if (message instanceof ServerMessage.Superseded) {
            return event;
        }
        if (message instanceof ServerMessage.Refused refused) {
            return event + " " + refused.refusedEvent() + ": "
                    + refused.reason().wireName();
        }
        throw new IllegalArgumentException("no text for " + message);
    }

    private static String said(ProbeOutcome outcome) {
        String in = " in " + outcome.phase().wireName();
        return outcome instanceof ProbeOutcome.Complete complete
                ? "complete" + in + " with " + Times.text(complete.rttMillis())
                : "failed" + in + ": " + outcome.wireName();
    }

    private static String said(List<Effect.PairRtt> pairs) {
        return pairs.stream()
                .map(pair -> ", " + pair.subjectA() + "-" + pair.subjectB() + " "
                        + Times.text(pair.rttMillis()))
                .collect(Collectors.joining());
    }

    private static String said(OptionalDouble rttMillis) {
        return rttMillis.isEmpty() ? "" : " within " + Times.text(rttMillis.getAsDouble());
    }

    private static String names(List<SubjectId> members) {
        return members.stream().map(SubjectId::value).collect(Collectors.joining(" "));
    }
}
