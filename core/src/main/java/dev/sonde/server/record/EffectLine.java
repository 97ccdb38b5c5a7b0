package dev.sonde.server.record;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One effect as one line, for comparing. Payloads show their size only, credentials that there are
 * any.
 */
final class EffectLine {

    private final UnaryOperator<SubjectId> names;
    private final long startNanos;

    /**
     * @param names what people are called in the text
     * @param startNanos the instant that counts as 0
     */
    EffectLine(UnaryOperator<SubjectId> names, long startNanos) {
        this.names = names;
        this.startNanos = startNanos;
    }

    String of(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return "send " + send.socket().value() + " " + said(send.message());
        }
        if (effect instanceof Effect.Close close) {
            return "close " + close.socket().value();
        }
        if (effect instanceof Effect.Refused refused) {
            return "refused " + refused.socket().value() + " "
                    + refused.reason().wireName();
        }
        if (effect instanceof Effect.StayOpened stay) {
            return "stay " + name(stay.subject()) + " since " + (stay.joinedAtNanos() - startNanos);
        }
        if (effect instanceof Effect.StayClosed stay) {
            return "stay " + name(stay.subject()) + " ended " + stay.reason().wireName();
        }
        if (effect instanceof Effect.StrategyFailed failed) {
            return "strategy failed " + failed.strategy();
        }
        return ofSeveral(effect);
    }

    private String ofSeveral(Effect effect) {
        if (effect instanceof Effect.ProbeCreated created) {
            return created.probe().text() + " of " + name(created.subjectA()) + " "
                    + name(created.subjectB());
        }
        if (effect instanceof Effect.ProbeFinished end) {
            return end.probe().text() + " ended " + outcome(end.outcome());
        }
        if (effect instanceof Effect.MatchFormed match) {
            String pairs = match.pairs().stream()
                    .map(pair -> " " + number(pair.rttMillis()))
                    .collect(Collectors.joining());
            return match.match().text() + " of " + names(match.members()) + pairs;
        }
        if (effect instanceof Effect.MatchFinal match) {
            return match.match().text() + " final";
        }
        if (effect instanceof Effect.MatchCancelled match) {
            return match.match().text() + " cancelled for " + name(match.cause()) + " "
                    + match.reason();
        }
        throw new IllegalArgumentException("unknown effect: " + effect.getClass());
    }

    private String said(ServerMessage message) {
        String event = message.event();
        if (message instanceof ServerMessage.Prepare prepare) {
            String turn = prepare.turn() == null ? "" : " with turn";
            return event + " " + prepare.probe().text() + " " + name(prepare.peer()) + turn;
        }
        if (message instanceof ServerMessage.Start start) {
            return event + " " + start.probe().text();
        }
        if (message instanceof ServerMessage.RelayedSignal signal) {
            return event + " " + signal.type().wireName() + " from " + name(signal.from()) + " "
                    + signal.payload().sizeBytes() + " bytes";
        }
        if (message instanceof ServerMessage.Cancel cancel) {
            return event + " " + cancel.probe().text() + " " + cancel.reason();
        }
        if (message instanceof ServerMessage.WaitingRoomState state) {
            return event + " " + state.waiting() + " " + state.needed() + " "
                    + state.millisRemaining();
        }
        if (message instanceof ServerMessage.MatchFound found) {
            return event + " " + names(found.members()) + " " + number(found.rttMillis());
        }
        if (message instanceof ServerMessage.MatchCancelled cancelled) {
            return event + " " + cancelled.reason();
        }
        if (message instanceof ServerMessage.WaitingRoomClosed closed) {
            return event + " " + closed.reason().wireName();
        }
        if (message instanceof ServerMessage.Refused refused) {
            return event + " " + refused.reason().wireName();
        }
        return event;
    }

    private static String outcome(ProbeOutcome outcome) {
        String rtt = outcome instanceof ProbeOutcome.Complete complete
                ? " " + number(complete.rttMillis())
                : "";
        return outcome.wireName() + " in " + outcome.phase().wireName() + rtt;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "none";
    }

    /** Exactly, and alike on every JDK. */
    private static String number(double value) {
        return new BigDecimal(value).toPlainString();
    }

    private String names(List<SubjectId> subjects) {
        return subjects.stream().map(this::name).collect(Collectors.joining(","));
    }

    private String name(SubjectId subject) {
        return names.apply(subject).value();
    }
}
