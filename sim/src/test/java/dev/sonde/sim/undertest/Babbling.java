package dev.sonde.sim.undertest;

import com.fasterxml.jackson.databind.node.NullNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyProvider;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Says everything that can be said, on every input, in the wrong order, to sockets that are there
 * and to such that are not. It speaks only of people who are there, so the run goes on.
 */
public final class Babbling implements LobbyProvider {

    @Override
    public String name() {
        return "babbling";
    }

    @Override
    public LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        return new Lobby(ids);
    }

    private record Lobby(Ids ids) implements LobbyUnderTest {

        private static final SubjectId ANN = new SubjectId("ann");
        private static final SubjectId BOB = new SubjectId("bob");
        private static final SignalPayload PAYLOAD = new JsonPayload(NullNode.getInstance(), 4);

        @Override
        public void accept(long nowNanos, Input input, EffectSink effects) {
            ProbeId probe = ids.nextProbe();
            MatchId match = ids.nextMatch();
            for (long number = -1; number < 4; number++) {
                SocketId socket = new SocketId(number);
                messages(probe, match)
                        .forEach(message -> effects.emit(new Effect.Send(socket, BOB, message)));
                effects.emit(new Effect.Refused(socket, "odd", Refusal.FULL));
            }
            effects.emit(new Effect.ProbeFinished(
                    probe, BOB, BOB, new ProbeOutcome.Complete(-1, ProbeOutcome.Phase.ENDED)));
            effects.emit(new Effect.ProbeCreated(probe, ANN, ANN));
            effects.emit(new Effect.ProbeFinished(
                    probe, ANN, BOB, new ProbeOutcome.Complete(1e300, ProbeOutcome.Phase.ENDED)));
            effects.emit(new Effect.StayClosed(BOB, StayEnd.MATCHED));
            effects.emit(new Effect.StayOpened(BOB, -5));
            effects.emit(new Effect.MatchCancelled(match, BOB, ""));
            effects.emit(new Effect.MatchFinal(match));
            effects.emit(new Effect.MatchFormed(
                    match,
                    List.of(ANN, ANN, ANN),
                    List.of(new Effect.PairRtt(ANN, ANN, Double.NaN))));
            effects.emit(new Effect.MatchFormed(match, List.of(), List.of()));
            effects.emit(new Effect.MatchFormed(ids.nextMatch(), List.of(), List.of()));
            effects.emit(new Effect.StrategyFailed("s", "e"));
            effects.emit(new Effect.Close(new SocketId(2), ANN));
        }

        private static List<ServerMessage> messages(ProbeId probe, MatchId match) {
            return List.of(
                    new ServerMessage.Start(probe),
                    new ServerMessage.Prepare(probe, BOB, null),
                    new ServerMessage.RelayedSignal(probe, SignalType.ANSWER, ANN, PAYLOAD),
                    new ServerMessage.Cancel(probe, "odd"),
                    new ServerMessage.MatchCancelled(match, "odd"),
                    new ServerMessage.MatchFound(match, List.of(), OptionalDouble.empty()),
                    new ServerMessage.WaitingRoomState(-1, -1, -1),
                    new ServerMessage.WaitingRoomClosed(StayEnd.MATCHED),
                    new ServerMessage.Refused("odd", Refusal.FULL),
                    new ServerMessage.Superseded());
        }

        @Override
        public long nextDeadlineNanos() {
            return NO_DEADLINE;
        }
    }
}
