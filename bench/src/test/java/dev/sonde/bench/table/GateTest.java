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

    private static final String ID = "planted";
    private static Map<String, Baseline.Entry> kept = Map.of();

    private static List<Check> check(String benchmark) {
        String name = Planted.class.getName() + ".";
        return List.of(new Check(ID, List.of(name + benchmark), List.of(name + "beside"), 1_000));
    }

    private static List<String> judge(String benchmark) throws MissingException {
        return new Gate(words -> {}).judge(check(benchmark), kept, true);
    }

    @BeforeAll
    static void keepWhatWasReached() throws MissingException {
        kept = new Gate(words -> {}).measure(check("sound"));
    }

    @Test
    void isOpenWhereNothingGotWorse() throws MissingException {
        assertThat(judge("sound")).isEmpty();
    }

    @Test
    void isShutByPlantedSlowdown() throws MissingException {
        assertThat(judge("slow")).singleElement().asString().contains("planted takes", "it was");
    }

    @Test
    void isShutByPlantedAllocation() throws MissingException {
        assertThat(judge("allocating"))
                .singleElement()
                .asString()
                .matches("planted allocates 11 [0-9]{3} bytes, it was 10 [0-9]{3}");
    }

    @Test
    void isShutToWhatIsNotInTheBaseline() throws MissingException {
        assertThat(new Gate(words -> {}).judge(check("sound"), Map.of(), true))
                .containsExactly("planted is not in the baseline: bench/run gate --write");
    }

    @Test
    void baselineIsReadAsWritten(@TempDir Path folder) throws IOException {
        Baseline baseline = new Baseline(
                17,
                Map.of(
                        "with", new Baseline.Entry(12.5, 1.25),
                        "without", new Baseline.Entry(3, Double.NaN)));

        baseline.write(folder.resolve("baseline.json"));

        assertThat(Baseline.read(folder.resolve("baseline.json"))).isEqualTo(baseline);
    }
}
