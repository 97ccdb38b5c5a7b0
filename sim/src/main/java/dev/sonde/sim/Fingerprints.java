package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.SessionDescription;
import dev.sonde.sim.network.packet.CandidateNews;
import dev.sonde.sim.peer.VirtualPayload;

import java.util.List;

/**
 * The numbers for what a run of the probe protocol is made of: integers out of values, so that they
 * are the same on every JVM. The first argument of each fold tells the kinds apart.
 */
final class Fingerprints {

    private static final double MICROS_PER_MILLI = 1000;

    long of(Object what) {
        // First what comes most often: whether something is of a class is quickly told, whether it
        // is of an interface is not.
        if (what instanceof Input.Receive receive) {
            return receive(receive);
        }
        if (what instanceof Effect.Send send) {
            return send(send);
        }
        if (what instanceof ServerMessage.RelayedSignal signal) {
            return relayed(signal);
        }
        if (what instanceof String words) {
            return Mix.mix(words);
        }
        if (what instanceof CandidateNews news) {
            return news.fingerprint();
        }
        if (what instanceof Input input) {
            return input(input);
        }
        if (what instanceof Effect effect) {
            return effect(effect);
        }
        if (what instanceof ServerMessage message) {
            return server(message);
        }
        if (what instanceof ClientMessage message) {
            return client(message);
        }
        if (what instanceof Chronicle.Lost lost) {
            return Mix.mix(Mix.mix(1, of(lost.message())), Mix.mix(lost.rule()));
        }
        // Frames of encoded runs, whose words are those of the messages that they carry.
        return Mix.mix(String.valueOf(what));
    }

    private long receive(Input.Receive receive) {
        return Mix.mix(Mix.mix(10, receive.socket().value()), client(receive.message()));
    }

    private long input(Input input) {
        if (input instanceof Input.Receive receive) {
            return receive(receive);
        }
        if (input instanceof Input.Wake) {
            return 11;
        }
        if (input instanceof Input.Connect connect) {
            return Mix.mix(Mix.mix(12, connect.socket().value()), id(connect.subject()));
        }
        if (input instanceof Input.Disconnect disconnect) {
            return Mix.mix(13, disconnect.socket().value());
        }
        if (input instanceof Input.Heard heard) {
            return Mix.mix(14, heard.socket().value());
        }
        return 15;
    }

    private long send(Effect.Send send) {
        return Mix.mix(Mix.mix(20, send.socket().value()), server(send.message()));
    }

    private long effect(Effect effect) {
        if (effect instanceof Effect.Send send) {
            return send(send);
        }
        if (effect instanceof Effect.ProbeCreated created) {
            return Mix.mix(
                    Mix.mix(Mix.mix(21, id(created.probe())), id(created.subjectA())),
                    id(created.subjectB()));
        }
        if (effect instanceof Effect.ProbeFinished finished) {
            return Mix.mix(Mix.mix(22, id(finished.probe())), outcome(finished.outcome()));
        }
        if (effect instanceof Effect.StayOpened opened) {
            return Mix.mix(Mix.mix(23, id(opened.subject())), opened.joinedAtNanos());
        }
        if (effect instanceof Effect.StayClosed closed) {
            return Mix.mix(Mix.mix(24, id(closed.subject())), closed.reason().ordinal());
        }
        if (effect instanceof Effect.MatchFormed formed) {
            long word = ids(Mix.mix(25, id(formed.match())), formed.members());
            for (Effect.PairRtt pair : formed.pairs()) {
                word = Mix.mix(word, micros(pair.rttMillis()));
            }
            return word;
        }
        if (effect instanceof Effect.MatchFinal isFinal) {
            return Mix.mix(26, id(isFinal.match()));
        }
        if (effect instanceof Effect.MatchCancelled cancelled) {
            return Mix.mix(Mix.mix(27, id(cancelled.match())), id(cancelled.cause()));
        }
        if (effect instanceof Effect.Refused refused) {
            return Mix.mix(
                    Mix.mix(28, refused.socket().value()),
                    Mix.mix(Mix.mix(refused.event()), refused.reason().ordinal()));
        }
        if (effect instanceof Effect.Close close) {
            return Mix.mix(29, close.socket().value());
        }
        return effect instanceof Effect.StrategyFailed failed
                ? Mix.mix(30, Mix.mix(failed.strategy()))
                : 31;
    }

    private static long outcome(ProbeOutcome outcome) {
        long phase = outcome.phase().ordinal();
        return outcome instanceof ProbeOutcome.Complete complete
                ? Mix.mix(phase, micros(complete.rttMillis()))
                : Mix.mix(phase, Mix.mix(outcome.wireName()));
    }

    private long client(ClientMessage message) {
        if (message instanceof ClientMessage.Signal signal) {
            long word = Mix.mix(Mix.mix(40, id(signal.probe())), id(signal.target()));
            return Mix.mix(Mix.mix(word, signal.type().ordinal()), payload(signal.payload()));
        }
        if (message instanceof ClientMessage.Ready ready) {
            return Mix.mix(41, id(ready.probe()));
        }
        if (message instanceof ClientMessage.Result result) {
            return Mix.mix(Mix.mix(42, id(result.probe())), report(result.report()));
        }
        if (message instanceof ClientMessage.Connected connected) {
            return Mix.mix(43, id(connected.probe()));
        }
        if (message instanceof ClientMessage.Join join) {
            long rtt = join.serverRttMillis().isPresent()
                    ? micros(join.serverRttMillis().getAsDouble())
                    : -1;
            return Mix.mix(ids(44, join.groupHistory()), rtt);
        }
        if (message instanceof ClientMessage.Unreadable unreadable) {
            return Mix.mix(
                    Mix.mix(45, Mix.mix(unreadable.event())),
                    unreadable.reason().ordinal());
        }
        return 46;
    }

    private static long report(Report report) {
        if (report instanceof Report.Success success) {
            return micros(success.rttMillis());
        }
        return report instanceof Report.Failure ? -1 : -2;
    }

    private static long relayed(ServerMessage.RelayedSignal signal) {
        long word = Mix.mix(Mix.mix(60, id(signal.probe())), id(signal.from()));
        return Mix.mix(Mix.mix(word, signal.type().ordinal()), payload(signal.payload()));
    }

    private long server(ServerMessage message) {
        if (message instanceof ServerMessage.RelayedSignal signal) {
            return relayed(signal);
        }
        if (message instanceof ServerMessage.Prepare prepare) {
            return Mix.mix(Mix.mix(61, id(prepare.probe())), id(prepare.peer()));
        }
        if (message instanceof ServerMessage.Start start) {
            return Mix.mix(62, id(start.probe()));
        }
        if (message instanceof ServerMessage.Cancel cancel) {
            return Mix.mix(Mix.mix(63, id(cancel.probe())), Mix.mix(cancel.reason()));
        }
        if (message instanceof ServerMessage.WaitingRoomState state) {
            return Mix.mix(
                    Mix.mix(Mix.mix(64, state.waiting()), state.needed()), state.millisRemaining());
        }
        if (message instanceof ServerMessage.MatchFound found) {
            return ids(Mix.mix(65, id(found.match())), found.members());
        }
        if (message instanceof ServerMessage.MatchCancelled cancelled) {
            return Mix.mix(Mix.mix(66, id(cancelled.match())), Mix.mix(cancelled.reason()));
        }
        if (message instanceof ServerMessage.WaitingRoomClosed closed) {
            return Mix.mix(67, closed.reason().ordinal());
        }
        if (message instanceof ServerMessage.Refused refused) {
            return Mix.mix(
                    Mix.mix(68, Mix.mix(refused.refusedEvent())),
                    refused.reason().ordinal());
        }
        return 69;
    }

    private static long payload(SignalPayload payload) {
        if (payload instanceof VirtualPayload.Candidate candidate) {
            IceCandidate ice = candidate.candidate();
            return Mix.mix(Mix.mix(80, ice.connection()), ice.index());
        }
        if (payload instanceof VirtualPayload.Description description) {
            SessionDescription session = description.description();
            return Mix.mix(Mix.mix(81, session.connection()), session.answers());
        }
        if (payload instanceof VirtualPayload) {
            return 83;
        }
        VirtualPayload read = VirtualPayload.of(payload);
        return read == null ? Mix.mix(82, payload.sizeBytes()) : payload(read);
    }

    private static long ids(long word, List<SubjectId> subjects) {
        long folded = word;
        for (int i = 0; i < subjects.size(); i++) {
            folded = Mix.mix(folded, id(subjects.get(i)));
        }
        return folded;
    }

    private static long id(SubjectId subject) {
        return Mix.mix(subject.value());
    }

    private static long id(ProbeId probe) {
        return probe.mostBits() ^ probe.leastBits();
    }

    private static long id(MatchId match) {
        return match.mostBits() ^ match.leastBits();
    }

    private static long micros(double millis) {
        return StrictMath.round(millis * MICROS_PER_MILLI);
    }
}
