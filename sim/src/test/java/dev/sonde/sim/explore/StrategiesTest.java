package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.explore.Toy.Step;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What holds of every strategy. */
final class StrategiesTest {

    private static final Grid BOTH = new Grid(true, false, true);
    private static final Grid ALL = new Grid(true, true, true);

    /** Chains that meet: due at several instants, some within each other's windows. */
    private static final List<List<Step>> MEETING = List.of(
            List.of(new Step("a1", 1, 0), new Step("a2", 3, 30), new Step("a3", 1, 0)),
            List.of(new Step("b1", 2, 10), new Step("b2", 2, 40)),
            List.of(new Step("c1", -1, 20), new Step("c2", 4, 5), new Step("c3", 4, 500)));

    static List<String> all() {
        // The exhaustive search tells states apart, of which a toy has none; it is tested apart.
        List<String> names = new ArrayList<>(Strategies.names());
        names.remove("exhaustive");
        return names;
    }

    static List<String> thatReachEverything() {
        List<String> names = new ArrayList<>(all());
        names.removeIf(name -> name.startsWith("delay-bounded"));
        return names;
    }

    /** Goal: the kernel ends a run whose schedule breaks a rule with an exception; none does. */
    @ParameterizedTest
    @MethodSource("all")
    void keepsTheRulesOfASchedule(String name) {
        for (Grid grid : List.of(BOTH, ALL, new Grid(false, false, true))) {
            List<String> runs = Toy.runs(MEETING, 25, Strategies.of(name, grid).get(), 200);

            assertThat(runs).hasSize(200).allSatisfy(run -> assertThat(run.split(" "))
                    .hasSize(8));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameSeedsGiveTheSameSchedules(String name) {
        List<String> once = Toy.runs(MEETING, 25, Strategies.of(name, ALL).get(), 100);
        List<String> again = Toy.runs(MEETING, 25, Strategies.of(name, ALL).get(), 100);

        assertThat(again).isEqualTo(once);
    }

    /** Goal: three events that may come in any order, at the soonest or the latest instant. */
    @ParameterizedTest
    @MethodSource("thatReachEverything")
    void reachesEveryOrder(String name) {
        List<List<Step>> three =
                List.of(Toy.chain("a", 1, 1), Toy.chain("b", 1, 1), Toy.chain("c", 1, 1));
        List<String> runs = Toy.runs(three, 5, Strategies.of(name, BOTH).get(), 3_000);

        // 6 orders; at each of the three steps the clock may jump to the end of all windows.
        assertThat(new LinkedHashSet<>(runs)).hasSize(6 * 4).contains("c1 b1@5 a1@5");
    }

    /** Goal: what failed can be run once more, also after others have been run. */
    @ParameterizedTest
    @MethodSource("all")
    void whatIsKeptOfARunIsTheSameScheduleAgain(String name) {
        Strategy strategy = Strategies.of(name, ALL).get();
        List<String> once = new ArrayList<>();
        List<Schedule> again = new ArrayList<>();
        for (int i = 0; i < 20 && !strategy.isExhausted(); i++) {
            SeededChoices choices = new SeededChoices(7);
            once.add(Toy.run(MEETING, 25, strategy.next(choices)));
            strategy.ended(new Attempt(List.of(), Attempt.End.QUIET, 0, 0));
            Schedule kept = strategy.again();
            again.add(kept == null ? Strategies.of(name, ALL).get().next(choices) : kept);
        }

        assertThat(again.stream().map(schedule -> Toy.run(MEETING, 25, schedule)))
                .isEqualTo(once);
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Strategies.of("luck", BOTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no strategy is called 'luck'");
    }

    @Test
    void theDefaultOrderIsTheOnlyScheduleWithoutDeviations() {
        Strategy strategy = new DelayBounded(0, BOTH);
        String run = Toy.run(MEETING, 25, strategy.next(new SeededChoices(1)));
        strategy.ended(new Attempt(List.of(), Attempt.End.QUIET, 0, 0));

        assertThat(strategy.isExhausted()).isTrue();
        assertThat(run).isEqualTo("a1 b1@10 c1@20 c2@25 a2@30 a3@30 b2@50 c3@525");
    }
}
