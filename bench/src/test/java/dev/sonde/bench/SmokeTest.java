package dev.sonde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each benchmark runs, once and with its smallest sizes: its shape is tested, not its time. */
class SmokeTest {

    /** Sizes that are quick, where the first one of the benchmark is not. */
    private static final Map<String, String> SMALL =
            Map.of("live", "100", "set", "100", "people", "100", "network", "constant");

    /**
     * Lincheck instruments the classes of the whole JVM, and DSOL wants a logger of its own: they
     * run in processes, in {@link dev.sonde.bench.table.ProcessesTest}.
     */
    private static final List<String> IN_PROCESSES =
            List.of("dev.sonde.bench.peers.LincheckSchedules", "dev.sonde.bench.peers.DsolHold");

    @TestFactory
    Stream<DynamicTest> runsOnce() {
        return all().stream()
                .map(BenchmarkListEntry::getUsername)
                .filter(name -> IN_PROCESSES.stream().noneMatch(name::startsWith))
                .map(name -> DynamicTest.dynamicTest(name, () -> runsOnce(name)));
    }

    private static void runsOnce(String name) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(name) + "$")
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementBatchSize(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        smallest(name).forEach(options::param);

        Collection<RunResult> results = new Runner(options.build()).run();

        assertThat(results)
                .hasSize(1)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    private static Map<String, String> smallest(String name) {
        Map<String, String> params = new LinkedHashMap<>();
        for (BenchmarkListEntry entry : all()) {
            if (entry.getUsername().equals(name)) {
                entry.getParams()
                        .orElse(Map.of())
                        .forEach((param, values) ->
                                params.put(param, SMALL.getOrDefault(param, values[0])));
            }
        }
        return params;
    }

    private static List<BenchmarkListEntry> all() {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return List.copyOf(BenchmarkList.defaultList()
                .getAll(
                        OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT),
                        List.of()));
    }
}
