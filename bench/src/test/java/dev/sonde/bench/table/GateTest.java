package dev.sonde.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The gate's judgement of benchmarks that really run, each in a process of its own. */
class GateTest {

    private static final Check SOUND = Plant.sound();
    private static final Gate GATE = new Gate(words -> {}, new Study.Effort(500, 60, 6));
    private static Baseline kept = new Baseline(0, "", Map.of());

    private static List<String> judge(Check check) throws MissingException {
        return GATE.judge(List.of(check), kept);
    }

    @BeforeAll
    static void keepWhatWasReached() throws MissingException {
        kept = GATE.measure(List.of(SOUND));
    }

    @Test
    void isOpenWhereNothingGotWorse() throws MissingException {
        assertThat(judge(SOUND)).isEmpty();
    }

    @Test
    void isShutByPlantedSlowDown() throws MissingException {
        assertThat(judge(Plant.SLOW_DOWN.check()))
                .singleElement()
                .asString()
                .matches("coordinator takes .* times what CoordinatorBound.bound takes, it was .*");
    }

    @Test
    void isShutByPlantedAllocation() throws MissingException {
        assertThat(judge(Plant.ALLOCATION.check()))
                .singleElement()
                .asString()
                .matches("coordinator allocates [0-9 ]+ bytes, it was [0-9 ]+");
    }

    @Test
    void isShutToWhatIsNotInTheBaseline() throws MissingException {
        Baseline empty = new Baseline(Baseline.javaHere(), "", Map.of());

        assertThat(GATE.judge(List.of(SOUND), empty))
                .containsExactly("coordinator is not in the baseline: bench/run gate --write");
    }

    @Test
    void shortFormCountsAllBytesAndSomeRatios() {
        assertThat(ids(Check.brief())).isEqualTo(ids(Check.all()));
        assertThat(ids(Check.brief().stream().filter(Check::hasRatio).toList()))
                .containsExactly("kernel", "digest", "coordinator");
    }

    private static List<String> ids(List<Check> checks) {
        return checks.stream().map(Check::id).toList();
    }

    @Test
    void committedBaselineHasAllThatIsChecked() throws IOException {
        Path file = Path.of(System.getProperty("sonde.root", "..")).resolve("bench/baseline.json");

        assertThat(Check.all()).allMatch(Baseline.read(file)::has);
    }

    @Test
    void baselineIsReadAsWritten(@TempDir Path folder) throws IOException {
        Baseline baseline = new Baseline(
                17,
                "a processor",
                Map.of(
                        "with", new Baseline.Entry(12.5, 1.25),
                        "without", new Baseline.Entry(3, Double.NaN)));

        baseline.write(folder.resolve("baseline.json"));

        assertThat(Baseline.read(folder.resolve("baseline.json"))).isEqualTo(baseline);
    }
}
