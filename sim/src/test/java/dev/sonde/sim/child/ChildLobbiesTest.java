package dev.sonde.sim.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.UnderTest;
import dev.sonde.sim.UnderTestException;
import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Coordinators in processes of their own: right ones are judged, others do no harm. */
class ChildLobbiesTest {

    private static final long PATIENCE_MILLIS = 400;
    private static final String LIMIT =
            "lobby: {matchmaker: {type: fifo, max-p2p-rtt: 100ms}%s}\nsonde: 1\n";
    private static final String PAIR = LIMIT + "people: [{id: ann}, {id: bob}]\n";
    private static final String GREETS =
            "read a; echo '{\"n\":1,\"hello\":{\"wire\":1,\"name\":\"sh\"}}'; ";
    private static final String RESETS = GREETS + "read a; echo '{\"n\":2}'; ";

    private static ChildLobbies real() throws ChildException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ChildLobbies(
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RealLobbyProcess.class.getName()),
                "0",
                60_000);
    }

    private static ChildLobbies shell(String script) throws ChildException {
        return new ChildLobbies(List.of("sh", "-c", script), "0", PATIENCE_MILLIS);
    }

    private static Scenario scenario(String text, boolean inProcess) throws ScenarioException {
        String written = text.formatted(inProcess ? ", under-test: " + UnderTest.PROCESS : "");
        return Packs.ON_CLASS_PATH.reader().read(written, "here", Path.of(""));
    }

    private static Simulation simulation(String text, ChildLobbies child)
            throws ScenarioException, UnderTestException {
        ClassLoader ours = ChildLobbiesTest.class.getClassLoader();
        return new Simulation(scenario(text, true), new UnderTest(ours, List.of(child)));
    }

    private static RunResult run(String script)
            throws ChildException, ScenarioException, UnderTestException, PopulationException {
        return simulation(PAIR, shell(script)).run(new RunOptions(1, false));
    }

    @Test
    void realLobbyBehindAPipeDoesWhatItDoesInside()
            throws ChildException, ScenarioException, UnderTestException, PopulationException {
        String six = LIMIT + """
                people:
                  - crowd: {name: all, count: 6, ids: "p{n}", arrivals: poisson 1/s}
                faults:
                  - {at: 2s, disconnect: p1, back-after: 800ms, page: same}
                  - {drop: signal, type: answer, nth: 2}
                """;
        Simulation inside = new Simulation(scenario(six, false));
        Simulation behind = simulation(six, real());
        for (long seed = 1; seed <= 5; seed++) {
            RunResult one = inside.run(new RunOptions(seed, false));
            RunResult other = behind.run(new RunOptions(seed, false));

            assertThat(other.claims()).isEqualTo(one.claims());
            assertThat(other.claims()).extracting(ClaimResult::verdict).isNotEmpty();
            assertThat(other.probes()).isEqualTo(one.probes());
            assertThat(other.matches()).isEqualTo(one.matches()).isNotEmpty();
            assertThat(other.events()).isEqualTo(one.events());
        }
    }

    @Test
    void oneProcessServesManySchedulesAndTheSeedDecides()
            throws ChildException, ScenarioException, UnderTestException {
        Simulation simulation = simulation(PAIR, real());

        assertThat(explored(simulation)).isEqualTo(explored(simulation));
    }

    private static long explored(Simulation simulation) {
        Exploration exploration = new Exploration(
                simulation.explored().runner(),
                Strategies.of("random", new Grid(true, false, true)).get(),
                true);
        Tally tally = exploration.run(1, 40);
        assertThat(tally.schedules()).isEqualTo(40);
        assertThat(tally.found()).isEmpty();
        return tally.digest();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3                              | it ended with code 3 instead of answering
            echo why >&2; exit 3                | on its standard error: why
            cat > /dev/null                     | it hangs: no answer within 400 ms
            echo "$a"                           | it greeted with
            echo hello                          | it wrote hello; one JSON object a line
            head -c 3000000 /dev/zero           | it floods: an answer has at most 1048576 bytes
            echo '{"n":7}'                      | it answered out of turn: to question 1 came
            echo '{"n":1,"hello":{"wire":2}}'   | it greeted with {"wire":2}
            """)
    void whatIsNoCoordinatorIsSaidAtOnce(String script, String words) {
        assertThatThrownBy(() -> shell("read -r a; " + script))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining(words);
    }

    /** Goal: the page of the wire format says of misbehaving processes what is said. */
    @TestFactory
    Stream<DynamicTest> processThatMisbehavesEndsItsRunOnlyAndIsNamedAsOnThePage()
            throws IOException {
        Path page = Path.of(System.getProperty("sonde.root", ".."), "docs/wire.md");
        List<String[]> rows = Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\| .* \\| `.*` \\| .* \\|"))
                .map(line -> line.substring(2, line.length() - 2).split("`? \\| `?"))
                .filter(row -> row.length == 3 && !row[1].startsWith("in"))
                .toList();
        assertThat(rows).hasSize(10);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    RunResult result = run(RESETS + "read a; " + row[1]);

                    assertThat(result.lobbyFailure())
                            .isNotNull()
                            .contains(row[2].replace("5000 ms", PATIENCE_MILLIS + " ms"));
                }));
    }

    @Test
    void processThatDoesNotServeASettingSaysSoAndLivesOn()
            throws ChildException, ScenarioException, UnderTestException, PopulationException {
        ChildLobbies choosy = shell(GREETS
                + "for n in 2 3; do read a; echo '{\"n\":'$n',\"cannot\":\"holds\"}'; done; cat");
        Simulation simulation = simulation(PAIR, choosy);

        for (int i = 0; i < 2; i++) {
            assertThat(simulation.run(new RunOptions(1, false)).lobbyFailure())
                    .isNotNull()
                    .contains("says that it cannot do what this scenario asks of it: holds");
        }
    }

    @Test
    void afterAFailureTheNextRunHasAProcessOfItsOwn()
            throws ChildException, ScenarioException, UnderTestException {
        // Answers a few questions, then dies; each run gets as far as the first did.
        Simulation simulation = simulation(PAIR, shell(RESETS + "read a; echo '{\"n\":3}'"));
        Exploration exploration = new Exploration(
                simulation.explored().runner(),
                Strategies.of("random", new Grid(true, false, true)).get(),
                false);
        Tally tally = exploration.run(1, 5);

        assertThat(tally.schedules()).isEqualTo(5);
        assertThat(tally.found()).containsOnlyKeys(Attempt.Failure.BROKE);
        assertThat(tally.found().values()).extracting(Tally.Found::times).containsExactly(5L);
    }
}
