package dev.sonde.sim.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.Scenes;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.peer.PersonSpec;
import dev.sonde.sim.scenario.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Who comes and when: definitions, moments, and that nobody's lot hangs on anybody else. */
final class PopulationTest {

    private static final double SECOND = 1e9;

    private static List<Participant> people(String people) throws PopulationException {
        Scenario scenario = Scenes.read("sonde: 1\nuntil: 1h\npeople:\n" + people);
        Profiles profiles = new Profiles(scenario.network().profiles(), scenario.folder());
        return Population.of(scenario, profiles, new SeededChoices(7));
    }

    private static String crowd(String name, String keys) {
        return "  - crowd: {name: " + name + ", " + keys + "}\n";
    }

    private static List<Double> joins(String keys) throws PopulationException {
        return people(crowd("c", keys)).stream()
                .map(each -> each.spec().joinNanos() / SECOND)
                .toList();
    }

    private static double mean(List<Participant> people, ToDoubleFunction<PersonSpec> what) {
        return people.stream()
                .mapToDouble(each -> what.applyAsDouble(each.spec()))
                .average()
                .orElseThrow();
    }

    @Test
    void steadyArrivalsKeepToTheirDefinitions() throws PopulationException {
        assertThat(joins("arrivals: every 2s, from: 1s, until: 7s"))
                .containsExactly(1.0, 3.0, 5.0, 7.0);
        assertThat(joins("arrivals: every 2s, count: 2")).containsExactly(0.0, 2.0);
        assertThat(joins("arrivals: burst 3")).containsExactly(0.0, 0.0, 0.0);
        assertThat(joins("arrivals: burst 2 every 5s, from: 1s, until: 6s"))
                .containsExactly(1.0, 1.0, 6.0, 6.0);
        assertThat(joins("arrivals: burst 3 every 5s, count: 4"))
                .containsExactly(0.0, 0.0, 0.0, 5.0);
    }

    @Test
    void phasesFollowEachOtherAndTheirSeamIsCountedOnce() throws PopulationException {
        assertThat(joins("arrivals: [{for: 4s, arrivals: every 2s}, {for: 2s, arrivals: burst 2}]"))
                .containsExactly(0.0, 2.0, 4.0, 4.0);
    }

    @Test
    void poissonArrivalsHaveTheirRateAndItsSpread() throws PopulationException {
        List<Double> times = joins("arrivals: poisson 2/s, until: 2000s");
        double sum = 0;
        double squares = 0;
        double last = 0;
        for (double time : times) {
            sum += time - last;
            squares += (time - last) * (time - last);
            last = time;
        }
        double mean = sum / times.size();

        // 4 000 expected; four standard deviations of the count are 253.
        assertThat(times.size()).isCloseTo(4000, within(253));
        assertThat(times).isSorted().allMatch(time -> time <= 2000);
        // Exponential gaps: the second moment is twice the square of the mean.
        assertThat(squares / times.size()).isCloseTo(2 * mean * mean, within(0.1));
    }

    @Test
    void mixesAreDrawnByTheirShares() throws PopulationException {
        List<Participant> people = people(
                crowd("c", "count: 4000, arrivals: burst 4000, mix: {fibre: 70%, dsl: 30%}"));
        long dsl = people.stream()
                .filter(each -> each.spec().host().profile().name().equals("dsl"))
                .count();

        // Four standard deviations of the count are 116.
        assertThat(dsl).isCloseTo(1200, within(116L));
    }

    @ParameterizedTest
    @CsvSource({
        "30s, 30, 0",
        "20s..80s, 50, 17.32",
        "exponential 40s, 40, 40",
        "normal 90s 10s, 90, 10",
        "lognormal 90s 40s, 90, 40",
        "gamma 90s 40s, 90, 40",
        "gamma 20s 40s, 20, 40"
    })
    void distributionsHaveTheirMoments(String patience, double mean, double deviation)
            throws PopulationException {
        List<Participant> people =
                people(crowd("c", "count: 4000, arrivals: burst 4000, patience: " + patience));
        double seen = mean(people, spec -> spec.patienceNanos() / SECOND);
        double spread = StrictMath.sqrt(mean(
                people, spec -> StrictMath.pow(spec.patienceNanos() / SECOND - seen, 2)));

        assertThat(seen).isCloseTo(mean, within(4 * deviation / StrictMath.sqrt(4000) + 1e-6));
        // Heavy tails make the deviation itself vary; a tenth is far outside of a mistake.
        assertThat(spread).isCloseTo(deviation, within(deviation / 10 + 1e-6));
    }

    /** Goal: common random numbers. One more person or crowd leaves everybody else as they were. */
    @Test
    void whoeverIsAddedChangesNobodyElse() throws PopulationException {
        String traits = "arrivals: poisson 1/s, mix: {fibre: 50%, dsl: 50%},"
                + " patience: exponential 40s, server-rtt: 20ms..80ms, count: ";
        String ann = "  - {id: ann, joins: 3s, patience: exponential 9s}\n";
        List<Participant> before = people(ann + crowd("c", traits + "50"));
        List<Participant> after = people(crowd("new", traits + "20") + "  - {id: bob}\n" + ann
                + crowd("c", traits + "60") + crowd("late", traits + "5"));

        assertThat(after).hasSize(1 + 1 + 20 + 60 + 5).containsAll(before);
        assertThat(before).doesNotHaveDuplicates();
    }

    @Test
    void idsCountFromOneInOrderOfArrival() throws PopulationException {
        assertThat(people(crowd("far", "count: 3, arrivals: every 1s")))
                .extracting(each -> each.spec().subject().value())
                .containsExactly("far-1", "far-2", "far-3");
        assertThat(people(crowd("far", "count: 2, arrivals: every 1s, ids: \"p{n}x\"")))
                .extracting(each -> each.spec().subject().value())
                .containsExactly("p1x", "p2x");
    }

    @Test
    void nobodyArrivesAfterTheScenariosUntil() throws PopulationException {
        assertThat(joins("arrivals: every 20m")).containsExactly(0.0, 1200.0, 2400.0, 3600.0);
    }

    /** Goal: 3 of 10 have nobody left to make a group of; all others know each other. */
    @Test
    void peopleOfACrowdHavePlayedInGroupsOfTheSizeStated() throws PopulationException {
        List<Participant> people = people(crowd("c", "arrivals: burst 11, played-in: 4"));
        Map<String, List<SubjectId>> histories = new LinkedHashMap<>();
        for (Participant each : people) {
            histories.put(each.spec().subject().value(), each.spec().groupHistory());
        }
        assertThat(histories.values().stream().filter(List::isEmpty)).hasSize(3);
        histories.forEach((id, others) -> {
            if (!others.isEmpty()) {
                assertThat(others).hasSize(3).doesNotContain(new SubjectId(id));
                for (SubjectId other : others) {
                    assertThat(histories.get(other.value())).contains(new SubjectId(id));
                }
            }
        });
        assertThat(people(crowd("c", "arrivals: burst 3")))
                .allMatch(each -> each.spec().groupHistory().isEmpty());
    }

    @Test
    void twoPeopleOfOneNameAreRefusedWithTheName() {
        assertThatThrownBy(() ->
                        people("  - {id: far-2}\n" + crowd("far", "count: 3, arrivals: every 1s")))
                .hasMessageContaining("'far-2'");
    }
}
