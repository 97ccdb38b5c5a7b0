package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sonde.sim.broken.BrokenLobbies;
import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.ExpectSection;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.scenario.Storm;
import dev.sonde.sim.trace.TraceText;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every file under {@code scenarios}: it says what its folder says, it runs as it says, and a short
 * run goes step by step as its golden trace. With {@code -Dsonde.rewrite=true} the traces are
 * written anew; read the difference before you keep it.
 */
final class ScenarioFilesTest {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root"), "scenarios");
    private static final List<String> FOLDERS =
            List.of("smoke", "research", "regression", "violates");
    private static final int SHORT_TRACE_LINES = 150;

    private final ScenarioReader reader = Packs.ON_CLASS_PATH.reader();

    @TestFactory
    Stream<DynamicTest> everyFileSaysWhatItsFolderSays() throws IOException {
        List<Path> all = files(FOLDERS);
        assertThat(all).hasSizeGreaterThan(40);
        return all.stream()
                .map(file -> dynamicTest(nameOf(file), () -> {
                    Scenario scenario = reader.read(file);
                    assertThat(Files.readAllLines(file).get(0))
                            .isEqualTo("# yaml-language-server: $schema=../scenario.schema.json");
                    assertThat(scenario.name() + ".yaml")
                            .isEqualTo(String.valueOf(file.getFileName()));
                    assertThat(scenario.description()).as("its intent").hasSizeGreaterThan(100);
                    assertThat(isToBeViolated(scenario)).isEqualTo(isIn("violates", file));
                    if (isIn("violates", file)) {
                        assertThat(BrokenLobbies.names())
                                .contains(scenario.lobby().underTest());
                    } else {
                        assertThat(scenario.lobby().underTest()).isEqualTo("sonde");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioRunsAsItExpects() throws IOException {
        return files(FOLDERS).stream()
                .map(file -> dynamicTest(nameOf(file), () -> {
                    Scenario scenario = reader.read(file);
                    boolean isShort = !isIn("research", file);
                    RunResult result = run(scenario, isShort);
                    JudgedRun judged = JudgedRun.of(result, ScenarioWords.expected(scenario), 0);
                    assertThat(judged.expectations()).allMatch(Expectation::met);
                    if (scenario.faults().stream().noneMatch(Storm.class::isInstance)) {
                        // A storm may strike somebody who is not there; what a file states is
                        // meant.
                        assertThat(result.faultsWithoutEffect()).isEmpty();
                    }
                    if (isShort) {
                        assertGoesAsTraced(file, result);
                    }
                }));
    }

    /** Goal: what breaks the broken lobby is nothing that the real one could not stand. */
    @TestFactory
    Stream<DynamicTest> theRealLobbyHoldsWhereABrokenOneFails() throws IOException {
        return files(List.of("violates")).stream()
                .map(file -> dynamicTest(nameOf(file), () -> {
                    Scenario scenario = reader.read(file);
                    RunResult result = run(scenario.withUnderTest(UnderTest.REAL), false);
                    assertThat(result.verdict()).isEqualTo(Verdict.HELD);
                    assertThat(result.faultsWithoutEffect()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRaceHasAScenarioThatNamesItsClaim() {
        return BrokenLobbies.all().stream()
                .filter(broken -> broken.row() > 0)
                .map(broken -> dynamicTest(broken.name(), () -> {
                    Scenario scenario =
                            reader.read(ROOT.resolve("violates/" + broken.name() + ".yaml"));
                    assertThat(scenario.lobby().underTest()).isEqualTo(broken.name());
                    assertThat(broken.claims()).contains(scenario.expect().claim());
                }));
    }

    /** Goal: by reference or as bytes through the codec, everything happens in the same way. */
    @TestFactory
    Stream<DynamicTest> messagesAsBytesChangeNothing() throws IOException {
        return files(List.of("smoke")).stream()
                .map(file -> dynamicTest(nameOf(file), () -> {
                    Scenario scenario = reader.read(file);
                    long byReference = run(over(NetworkSection.Wire.REFERENCE, scenario), false)
                            .trace()
                            .digest();
                    long encoded = run(over(NetworkSection.Wire.ENCODED, scenario), false)
                            .trace()
                            .digest();
                    assertThat(TraceText.hex(encoded)).isEqualTo(TraceText.hex(byReference));
                }));
    }

    private static void assertGoesAsTraced(Path file, RunResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        TraceText.write(result.trace(), result.scenario(), result.seed(), text);
        String trace = text.toString();
        Path golden = file.resolveSibling(result.scenario() + ".trace");
        if (trace.lines().count() > SHORT_TRACE_LINES) {
            assertThat(golden).doesNotExist();
            return;
        }
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.writeString(golden, trace);
        }
        assertThat(trace).as("against %s", golden).isEqualTo(Files.readString(golden));
    }

    private static RunResult run(Scenario scenario, boolean recordsTrace)
            throws UnderTestException, PopulationException {
        return new Simulation(scenario).run(new RunOptions(scenario.seed(), recordsTrace));
    }

    private static Scenario over(NetworkSection.Wire wire, Scenario scenario) {
        NetworkSection network = scenario.network();
        return scenario.withNetwork(new NetworkSection(
                network.detail(),
                wire,
                network.heartbeat(),
                network.turn(),
                network.ice(),
                network.rttMatrix(),
                network.pairRtts(),
                network.profiles(),
                network.paths()));
    }

    private static boolean isToBeViolated(Scenario scenario) {
        return scenario.expect().verdict() == ExpectSection.Verdict.VIOLATED
                && !scenario.expect().claim().isEmpty();
    }

    private static boolean isIn(String folder, Path file) {
        return file.startsWith(ROOT.resolve(folder));
    }

    private static String nameOf(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> files(List<String> folders) throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> folders.stream().anyMatch(folder -> isIn(folder, file)))
                    .sorted()
                    .toList();
        }
    }
}
