package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Measures what all claims together cost per whole probe conversation; run by hand. */
final class OracleSpeed {

    /** One input with the effects that the real lobby gave for it. */
    private record Step(long nowNanos, Input input, List<Effect> effects) {}

    private OracleSpeed() {}

    public static void main(String[] args) {
        int conversations = 2_000;
        Matchmaker matchmaker = new dev.sonde.matchmaking.Fifo(OptionalDouble.of(100));
        List<Step> tape = record(matchmaker, conversations);
        int messages = tape.stream().mapToInt(step -> 1 + step.effects().size()).sum();
        for (int round = 0; round < 60; round++) {
            Oracle oracle = new Oracle(OracleSettings.defaults(matchmaker));
            // Time is what is measured here; nothing else in the project may read this clock.
            long before = System.nanoTime();
            long event = 0;
            for (Step step : tape) {
                event++;
                oracle.input(event, step.nowNanos(), step.input());
                for (Effect effect : step.effects()) {
                    oracle.effect(event, step.nowNanos(), effect);
                }
                oracle.afterEvent(event, step.nowNanos());
            }
            long nanos = System.nanoTime() - before;
            System.out.println(nanos / conversations + " ns a conversation, "
                    + nanos / messages + " ns an input or effect, of which there are "
                    + messages / conversations + "; violated: " + oracle.violated());
        }
    }

    /** Pairs that join, are measured, match, and go. */
    private static List<Step> record(Matchmaker matchmaker, int conversations) {
        LobbyUnderTest lobby = Stage.realLobby(matchmaker);
        List<Step> tape = new ArrayList<>();
        long now = 1_000_000_000;
        for (int i = 0; i < conversations; i++) {
            now += 20_000_000_000L;
            while (lobby.nextDeadlineNanos() <= now) {
                put(tape, lobby, lobby.nextDeadlineNanos(), Input.WAKE);
            }
            SubjectId ann = new SubjectId("ann-" + i);
            SubjectId bob = new SubjectId("bob-" + i);
            SocketId one = new SocketId(2L * i + 1);
            SocketId two = new SocketId(2L * i + 2);
            put(tape, lobby, now, new Input.Connect(one, ann, Instance.NONE));
            put(tape, lobby, now, new Input.Connect(two, bob, Instance.NONE));
            ClientMessage join = new ClientMessage.Join(List.of(), OptionalDouble.empty(), "");
            put(tape, lobby, now, new Input.Receive(one, join));
            put(tape, lobby, now, new Input.Receive(two, join));
            ProbeId probe = lastProbe(tape);
            say(tape, lobby, now, one, new ClientMessage.Ready(probe));
            say(tape, lobby, now, two, new ClientMessage.Ready(probe));
            for (int signal = 0; signal < 4; signal++) {
                Stage.Text payload = new Stage.Text("candidate " + signal);
                SignalType type = SignalType.ICE_CANDIDATE;
                say(tape, lobby, now, one, new ClientMessage.Signal(probe, bob, type, payload));
                say(tape, lobby, now, two, new ClientMessage.Signal(probe, ann, type, payload));
            }
            Report report = Report.ofSuccess(40);
            ClientMessage.Details none = ClientMessage.Details.NONE;
            say(tape, lobby, now, one, new ClientMessage.Result(probe, report, none));
            say(tape, lobby, now, two, new ClientMessage.Result(probe, report, none));
            put(tape, lobby, now, new Input.Disconnect(one));
            put(tape, lobby, now, new Input.Disconnect(two));
        }
        return tape;
    }

    private static void say(
            List<Step> tape, LobbyUnderTest lobby, long now, SocketId on, ClientMessage message) {
        put(tape, lobby, now, new Input.Receive(on, message));
    }

    private static void put(List<Step> tape, LobbyUnderTest lobby, long now, Input input) {
        List<Effect> effects = new ArrayList<>();
        lobby.accept(now, input, effects::add);
        tape.add(new Step(now, input, List.copyOf(effects)));
    }

    private static ProbeId lastProbe(List<Step> tape) {
        for (Effect effect : tape.get(tape.size() - 1).effects()) {
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.Prepare prepare) {
                return prepare.probe();
            }
        }
        throw new IllegalStateException("the two were not put into a probe");
    }
}
