package dev.sonde.lobby;

import dev.sonde.matchmaking.RoomSink;
import dev.sonde.presence.PresenceSink;
import dev.sonde.probe.ProbeEnd;
import dev.sonde.probe.ProbeSink;
import dev.sonde.probe.Sockets;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what the machines say: effects go out, what another machine has to hear waits until the
 * speaker has finished, so that nothing calls back into a machine in the middle of a step.
 */
final class Wiring {

    private static final EffectSink NOBODY = effect -> {
        throw new IllegalStateException("an effect outside of an input: " + effect);
    };

    private final ArrayDeque<FollowUp> followUps = new ArrayDeque<>();
    private EffectSink effects = NOBODY;

    void begin(EffectSink sink) {
        effects = sink;
    }

    void end() {
        effects = NOBODY;
    }

    void emit(Effect effect) {
        effects.emit(effect);
    }

    /** The next thing that a machine has to hear, or null. */
    @Nullable
    FollowUp next() {
        return followUps.poll();
    }

    PresenceSink ofPresence() {
        return new PresenceSink() {
            @Override
            public void appeared(SubjectId subject, Instance page) {
                followUps.add(new FollowUp.Appeared(subject, page));
            }

            @Override
            public void wentAway(SubjectId subject) {
                followUps.add(new FollowUp.WentAway(subject));
            }

            @Override
            public void cameBack(SubjectId subject, boolean anotherPage) {
                followUps.add(new FollowUp.CameBack(subject, anotherPage));
            }

            @Override
            public void lostForProbe(SubjectId subject) {
                followUps.add(new FollowUp.LostForProbe(subject));
            }

            @Override
            public void lost(SubjectId subject, Instance page) {
                followUps.add(new FollowUp.Lost(subject, page));
            }

            @Override
            public void superseded(SocketId socket, SubjectId subject) {
                emit(new Effect.Send(socket, subject, new ServerMessage.Superseded()));
                emit(new Effect.Close(socket, subject));
            }

            @Override
            public void dismissed(SocketId socket, SubjectId subject) {
                emit(new Effect.Close(socket, subject));
            }
        };
    }

    /** Takes note of a refusal, and tells the client where it is to be told. */
    @FunctionalInterface
    interface Refuser {
        void refuse(SocketId socket, String event, Refusal reason);
    }

    ProbeSink ofProbes(Refuser refuser) {
        return new ProbeSink() {
            @Override
            public void created(ProbeId probe, SubjectId subjectA, SubjectId subjectB) {
                emit(new Effect.ProbeCreated(probe, subjectA, subjectB));
            }

            @Override
            public void send(SocketId socket, SubjectId subject, ServerMessage message) {
                emit(new Effect.Send(socket, subject, message));
            }

            @Override
            public void finished(ProbeEnd end) {
                emit(new Effect.ProbeFinished(
                        end.probe(), end.a().subject(), end.b().subject(), end.outcome()));
                followUps.add(new FollowUp.Finished(end));
            }

            @Override
            public void lateResult(SubjectId sender) {
                followUps.add(new FollowUp.LateResult(sender));
            }

            @Override
            public void lateResultOfPartner(SubjectId member) {
                followUps.add(new FollowUp.LateResultOfPartner(member));
            }

            @Override
            public void refused(SocketId socket, String event, Refusal reason) {
                refuser.refuse(socket, event, reason);
            }
        };
    }

    RoomSink ofRoom(Sockets sockets) {
        return new RoomSink() {
            @Override
            public void send(SubjectId subject, ServerMessage message) {
                SocketId socket = sockets.of(subject);
                if (socket != null) {
                    emit(new Effect.Send(socket, subject, message));
                }
            }

            @Override
            public void stayOpened(SubjectId subject, long joinedAtNanos) {
                emit(new Effect.StayOpened(subject, joinedAtNanos));
            }

            @Override
            public void stayClosed(SubjectId subject, StayEnd reason) {
                emit(new Effect.StayClosed(subject, reason));
            }

            @Override
            public void probeWanted(SubjectId subjectA, SubjectId subjectB) {
                followUps.add(new FollowUp.ProbeWanted(subjectA, subjectB));
            }

            @Override
            public void probeMemberLeft(SubjectId subject) {
                followUps.add(new FollowUp.ProbeMemberLeft(subject));
            }

            @Override
            public void matchFormed(
                    MatchId match, List<SubjectId> members, List<MeasuredPair> pairs) {
                List<Effect.PairRtt> rtts = new ArrayList<>(pairs.size());
                for (MeasuredPair pair : pairs) {
                    rtts.add(
                            new Effect.PairRtt(pair.subjectA(), pair.subjectB(), pair.rttMillis()));
                }
                emit(new Effect.MatchFormed(match, members, rtts));
            }

            @Override
            public void matchFinal(MatchId match) {
                emit(new Effect.MatchFinal(match));
            }

            @Override
            public void matchCancelled(MatchId match, SubjectId cause, String reason) {
                emit(new Effect.MatchCancelled(match, cause, reason));
            }

            @Override
            public void strategyFailed(String strategy, String error) {
                emit(new Effect.StrategyFailed(strategy, error));
            }
        };
    }
}
