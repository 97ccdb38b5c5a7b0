package dev.sonde.sim.relayping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sonde.sim.explore.Exhaustive;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.explore.Search;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.RunWish;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.trace.TraceText;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The pack relay-ping: its scenarios, its claims against broken coordinators, its states. */
final class RelayPingTest {

    private static final Path ROOT =
            Path.of(System.getProperty("sonde.root"), "scenarios", "relay-ping");
    private static final Packs PACKS = Packs.ON_CLASS_PATH;
    private static final Grid GRID = new Grid(true, false, true);

    private final ScenarioReader reader = PACKS.reader();

    private Scenario read(String file) throws ScenarioException {
        return reader.read(ROOT.resolve(file));
    }

    private static Explored explored(Scenario scenario) throws PackException {
        return PACKS.prepared(scenario).explored(Pulse::new);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioRunsAsItsFolderAndItselfSay() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(12);
        return files.stream()
                .map(file -> dynamicTest(ROOT.relativize(file).toString(), () -> {
                    Scenario scenario = reader.read(file);
                    boolean isBroken = file.startsWith(ROOT.resolve("violates"));
                    RunResult result = run(scenario);

                    assertThat(scenario.name() + ".yaml")
                            .isEqualTo(String.valueOf(file.getFileName()));
                    assertThat(scenario.description()).hasSizeGreaterThan(100);
                    assertThat(scenario.expect().claim())
                            .isEqualTo(Broken.claim(scenario.lobby().underTest()));
                    assertThat(scenario.expect().claim().isEmpty()).isNotEqualTo(isBroken);
                    assertThat(JudgedRun.of(result, ScenarioWords.expected(scenario), 0)
                                    .expectations())
                            .allMatch(Expectation::met);
                    assertThat(result.faultsWithoutEffect()).isEmpty();
                    assertGoesAsTraced(file, result);
                }));
    }

    /** With {@code -Dsonde.rewrite=true} the traces are written anew. */
    private static void assertGoesAsTraced(Path file, RunResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        TraceText.write(result.trace(), result.scenario(), result.seed(), text);
        Path golden = file.resolveSibling(result.scenario() + ".trace");
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).as("against %s", golden).isEqualTo(Files.readString(golden));
    }

    /** Goal: what breaks a broken one is nothing that the sound one could not stand. */
    @TestFactory
    Stream<DynamicTest> theSoundOneHoldsWhereABrokenOneFails() {
        return broken().map(name -> dynamicTest(name, () -> {
            Scenario scenario = read("violates/" + name + ".yaml").withUnderTest(Broken.SOUND);

            assertThat(run(scenario).claims()).noneMatch(claim -> !claim.why().isEmpty());
        }));
    }

    /** Goal: no scenario is needed in which something is made to go wrong. */
    @TestFactory
    Stream<DynamicTest> explorationFindsEveryBrokenOneFromTheNeutralScenario() {
        return broken().map(name -> dynamicTest(name, () -> {
            Scenario scenario = read("smoke/relay-neutral.yaml").withUnderTest(name);
            Search search = new Search(Set.of(Broken.claim(name)));
            search.in(explored(scenario).runner(), Strategies.of("random", GRID).get());

            assertThat(search.first(1, 5_000)).isNotNull();
        }));
    }

    @Test
    void explorationFindsNothingInTheSoundOne() throws Exception {
        Explored scenario = explored(read("smoke/relay-neutral.yaml"));

        Tally tally = new Exploration(
                        scenario.runner(), Strategies.of("random", GRID).get(), true)
                .run(1, 1_000);

        assertThat(tally.found()).isEmpty();
        assertThat(tally.unfinished()).isZero();
    }

    @Test
    void everyStateOfThreePeopleIsSeen() throws Exception {
        Exhaustive exhaustive = new Exhaustive(GRID, 1_000_000);
        Explored scenario = explored(read("smoke/relay-exhaustive.yaml")).countable();

        Exploration exploration = new Exploration(scenario.runner(), exhaustive, false);
        for (long seed = 1; !exhaustive.isExhausted(); seed++) {
            assertThat(exploration.run(seed, 1).found()).isEmpty();
        }

        assertThat(exhaustive.isComplete()).isTrue();
        assertThat(exhaustive.states()).isGreaterThan(1_000);
    }

    @Test
    void sameSeedIsTheSameRun() throws Exception {
        Scenario scenario = read("smoke/relay-neutral.yaml");

        assertThat(run(scenario).trace().digest())
                .isEqualTo(run(scenario).trace().digest());
    }

    @Test
    void whatTheProtocolDoesNotHaveIsAnErrorThatSaysWhatItHas() throws Exception {
        Scenario scenario = read("smoke/relay-two.yaml");

        assertThatThrownBy(() -> PACKS.prepared(scenario.withUnderTest("gost")))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("did you mean 'ghost'?")
                .hasMessageContaining("known are: sonde, either-ready");
        assertThatThrownBy(() -> PACKS.prepared(
                        reader.with(scenario, Map.of("lobby.matchmaker.type", "latency-fifo"))))
                .hasMessageContaining("max-server-rtt");
        assertThatThrownBy(() ->
                        PACKS.prepared(reader.with(scenario, Map.of("lobby.probe.grace", "1s"))))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("leave out the rest");
    }

    private static Stream<String> broken() {
        return Broken.names().stream().filter(name -> !name.equals(Broken.SOUND));
    }

    private static RunResult run(Scenario scenario) throws PackException {
        return PACKS.prepared(scenario).run(new RunWish(scenario.seed(), true), new Pulse());
    }
}
