package dev.sonde.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lobby.Input;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.arbitraries.ListArbitrary;

import java.util.List;
import java.util.OptionalDouble;

/** Whatever three or four people say, and whenever, every claim holds on the real lobby. */
class RealLobbyHoldsTest {

    private static final List<String> PEOPLE = List.of("ann", "bob", "cat", "dan");
    private static final long[] PAUSES_MILLIS = {0, 0, 1, 100, 1500, 3000, 5000, 15_000, 31_000};

    /** One thing that somebody does after a pause. */
    record Act(int pause, int what, int who, int whom) {}

    @Provide
    ListArbitrary<Act> acts() {
        Arbitrary<Act> act = Combinators.combine(
                        Arbitraries.integers().between(0, PAUSES_MILLIS.length - 1),
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1))
                .as(Act::new);
        return act.list().ofMinSize(5).ofMaxSize(60);
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.FULL)
    void withALimit(@ForAll("acts") List<Act> acts) {
        run(new Fifo(OptionalDouble.of(100)), acts);
    }

    @Property(tries = 500)
    void withoutALimit(@ForAll("acts") List<Act> acts) {
        run(Fifo.withoutLimit(), acts);
    }

    private static void run(Matchmaker matchmaker, List<Act> acts) {
        Stage stage = new Stage(OracleSettings.defaults(matchmaker), Stage.realLobby(matchmaker));
        for (String person : PEOPLE) {
            stage.connect(person, "page").join(person);
        }
        for (Act act : acts) {
            stage.at(stage.millis() + PAUSES_MILLIS[act.pause()]);
            perform(stage, act, PEOPLE.get(act.who()), PEOPLE.get(act.whom()));
        }
        stage.end(0);
        assertThat(stage.violations()).isEmpty();
    }

    private static void perform(Stage stage, Act act, String who, String whom) {
        switch (act.what()) {
            case 0 -> stage.connect(who, "page");
            case 1 -> stage.connect(who, "page " + stage.millis());
            case 2 -> stage.connect(who);
            case 3 -> stage.disconnect(who);
            case 4 -> stage.leave(who);
            case 5, 6 -> stage.join(who);
            case 7, 8, 9 -> stage.ready(who);
            case 10 -> stage.connected(who);
            case 11, 12 -> stage.signal(who, whom);
            case 13 -> stage.success(who, 40);
            case 14 -> stage.success(who, act.whom() == 0 ? 120 : 300);
            case 15 -> stage.failure(who);
            case 16 -> stage.result(who, Report.INVALID);
            case 17 -> borrowed(stage, act, who, whom);
            case 18 -> stage.heard(who);
            default -> stage.put(Input.WAKE);
        }
    }

    /** Somebody speaks for a probe that may be another's. */
    private static void borrowed(Stage stage, Act act, String who, String whom) {
        ProbeId probe = stage.probeOf(whom);
        if (probe != null) {
            ClientMessage message = act.pause() % 2 == 0
                    ? new ClientMessage.Ready(probe)
                    : new ClientMessage.Result(
                            probe, Report.ofSuccess(7), ClientMessage.Details.NONE);
            stage.say(who, message);
        }
    }
}
