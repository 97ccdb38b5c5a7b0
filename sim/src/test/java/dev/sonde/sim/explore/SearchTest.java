package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.explore.Attempt.Failure;
import dev.sonde.sim.kernel.Schedule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

final class SearchTest {

    private static final Grid BOTH = new Grid(true, false, true);

    private final List<String> runs = new ArrayList<>();

    /** Goal: only what nothing went before can be made small, and one event may break several. */
    @ParameterizedTest
    @CsvSource({"1, false", "9, true"})
    void scenariosTakeTurnsAndOtherClaimsCountForNothing(long event, boolean isFirst) {
        Failure sought = new Failure("Fifo", 9, 90, "because");
        Search search = new Search(Set.of("Fifo", "Cause"));
        search.in(
                runner("one", seed -> List.of(new Failure("NoLeak", 3, 30, "why"))),
                Strategies.of("random", BOTH).get());
        search.in(
                runner(
                        "two",
                        seed -> seed < 12
                                ? List.of()
                                : List.of(new Failure("NoSelf", event, 10, "so"), sought)),
                Strategies.of("random", BOTH).get());

        assertThat(search.first(10, 5)).isNull();
        assertThat(search.first(10, 6)).isEqualTo(new Search.Found(6, 1, 12, "Fifo", isFirst));
        assertThat(runs)
                .containsExactly(
                        "one 10", "two 10", "one 11", "two 11", "one 12", "one 10", "two 10",
                        "one 11", "two 11", "one 12", "two 12");
    }

    /** Goal: with nothing to decide there is one schedule in a world, so each run is of another. */
    @Test
    void aSystematicStrategyGoesOnToTheNextWorld() {
        Search search = new Search(Set.of("Fifo"));
        search.in(
                runner("one", seed -> List.of()),
                Strategies.of("delay-bounded-2", BOTH).get());

        search.first(1, 3);

        assertThat(runs).containsExactly("one 1", "one 2", "one 3");
    }

    private Runner runner(String name, LongFunction<List<Failure>> failures) {
        return new Runner() {
            @Override
            public Attempt run(long seed, Schedule schedule, boolean adds) {
                runs.add(name + " " + seed);
                return new Attempt(failures.apply(seed), Attempt.End.QUIET, 1, seed);
            }

            @Override
            public SortedMap<String, Long> takeReached() {
                return new TreeMap<>();
            }

            @Override
            public long pulse() {
                return 0;
            }
        };
    }
}
