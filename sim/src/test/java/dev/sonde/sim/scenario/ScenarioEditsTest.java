package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

final class ScenarioEditsTest {

    @Test
    void simplerScenariosLackOneThingOrHaveARounderNumber() {
        String people = "[{id: ann}, {id: bob, joins: 300ms}]";
        String faults = "[{drop: signal, from: bob}]";
        String until = "12345ms";
        assertThat(ScenarioEdits.simpler(scenario(until, people, faults)))
                .containsExactly(
                        json("{sonde: 1, seed: 775, people: " + people + ", faults: " + faults
                                + "}"),
                        json("{sonde: 1, seed: 775, until: 12345ms, faults: " + faults + "}"),
                        json("{sonde: 1, seed: 775, until: 12345ms, people: " + people + "}"),
                        json(scenario(until, "[{id: ann}]", "[]")),
                        json(scenario(until, "[{id: bob, joins: 300ms}]", faults)),
                        json(scenario(until, "[{id: ann}, {id: bob}]", faults)),
                        json(scenario(until, people, "[]")),
                        json(scenario(until, people, "[{from: bob}]")),
                        json(scenario(until, people, "[{drop: signal}]")),
                        json(scenario("0s", people, faults)),
                        json(scenario("10s", people, faults)),
                        json(scenario("12s", people, faults)),
                        json(scenario(until, "[{id: ann}, {id: bob, joins: 0s}]", faults)));
    }

    @Test
    void longListsLosePartsFirstAndOddIdsGetPlainNames() {
        List<String> simpler = ScenarioEdits.simpler(
                "{sonde: 1, people: [{id: '7'}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f},"
                        + " {id: g}, {id: ann}]}");
        assertThat(simpler)
                .contains(json("{sonde: 1, people: [{id: e}, {id: f}, {id: g}, {id: ann}]}"))
                .contains(json("{sonde: 1, people: [{id: bob}, {id: b}, {id: c}, {id: d},"
                        + " {id: e}, {id: f}, {id: g}, {id: ann}]}"));
    }

    @Test
    void whatHappensAtAnInstantIsMovedToOthers() {
        String before = "{sonde: 1, people: [{id: a, joins: 5s}], faults: [{at: 1s, die: a}]}";
        assertThat(ScenarioEdits.moved(before, List.of(0L, 20_000_000L)))
                .containsExactly(
                        json(before.replace("5s", "0s")),
                        json(before.replace("5s", "20ms")),
                        json(before.replace("1s", "0s")),
                        json(before.replace("1s", "20ms")));
    }

    @Test
    void textThatIsNoMappingHasNoSimplerOnes() {
        assertThat(ScenarioEdits.simpler("[]")).isEmpty();
        assertThat(ScenarioEdits.moved("{", List.of(1L))).isEmpty();
    }

    private static String scenario(String until, String people, String faults) {
        return "{sonde: 1, seed: 775, until: " + until + ", people: " + people + ", faults: "
                + faults + "}";
    }

    /** The same tree as JSON. */
    private static String json(String yaml) {
        Reading silent = new Reading("", yaml, Vocabulary.OPEN, Path.of(""));
        return JsonText.of(Objects.requireNonNull(NodeReader.read(yaml, silent)));
    }
}
