package dev.sonde.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;

/** A refusal changes nothing (protocol.md): a leave over the rate limit is none. */
final class RateLimitTest {

    private static final SocketId SOCKET = new SocketId(1);
    private static final SubjectId ANN = new SubjectId("ann");

    /** Ann waits, leaves, and is refused for this reason. */
    private static List<String> violatedWhenALeaveIsRefused(Refusal reason) {
        Oracle oracle = new Oracle(OracleSettings.defaults(Fifo.withoutLimit()));
        oracle.input(1, 1, new Input.Connect(SOCKET, ANN, Instance.NONE));
        oracle.afterEvent(1, 1);
        oracle.input(
                2,
                2,
                new Input.Receive(
                        SOCKET, new ClientMessage.Join(List.of(), OptionalDouble.empty(), "")));
        oracle.effect(2, 2, new Effect.StayOpened(ANN, 2));
        oracle.afterEvent(2, 2);
        oracle.input(3, 3, new Input.Receive(SOCKET, new ClientMessage.Leave()));
        oracle.effect(3, 3, new Effect.Refused(SOCKET, "leave", reason));
        oracle.afterEvent(3, 3);
        return oracle.results(true).stream()
                .filter(result -> result.verdict() == Verdict.VIOLATED)
                .map(ClaimResult::name)
                .toList();
    }

    @Test
    void whoLeavesOverTheLimitStillWaits() {
        assertThat(violatedWhenALeaveIsRefused(Refusal.RATE_LIMIT)).isEmpty();
    }

    @Test
    void noOtherRefusalKeepsSomebodyWhoLeft() {
        assertThat(violatedWhenALeaveIsRefused(Refusal.NOT_WAITING)).containsExactly("NoGhost");
    }
}
