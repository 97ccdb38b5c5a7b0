package dev.sonde.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.bench.rounds.Sample;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the table says of itself: it names its benchmarks as text. */
class StudiesTest {

    private static final List<Study> ALL = new Studies(Path.of("")).all();

    @Test
    void everyBenchmarkThatIsNamedExists() {
        Stream<String> ofStudies = ALL.stream()
                .flatMap(study -> study.arms().stream())
                .flatMap(arm -> arm.command().stream());
        Stream<String> ofGate = Check.all().stream()
                .flatMap(check ->
                        Stream.concat(check.benchmark().stream(), check.beside().stream()));
        List<String> named = Stream.concat(ofStudies, ofGate)
                .filter(word -> word.matches("dev\\.sonde\\.bench\\.(peers\\.)?[A-Z].*\\..*"))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(20).allSatisfy(name -> {
            int dot = name.lastIndexOf('.');
            assertThat(Class.forName(name.substring(0, dot)).getMethods()).anySatisfy(method -> {
                assertThat(method.getName()).isEqualTo(name.substring(dot + 1));
                assertThat(method.isAnnotationPresent(Benchmark.class)).isTrue();
            });
        });
    }

    @Test
    void everyAimIsAboutArmsOfItsStudy() {
        assertThat(ALL)
                .allSatisfy(study -> assertThat(study.aims())
                        .allSatisfy(aim -> assertThat(study.arms().stream().map(Arm::name))
                                .contains(aim.first(), aim.second())));
    }

    /** Goal: what the table says of a whole run is true of {@code ./sonde}. */
    @Test
    void wholeRunsAreCompiledAsTheLauncherHasThemCompiled() throws IOException {
        assertThat(Path.of("..", "sonde")).content().contains(String.join(" ", Arm.LAUNCHED));
        assertThat(ALL)
                .filteredOn(study -> study.effort().equals(Study.Effort.WHOLE_RUNS))
                .hasSizeGreaterThan(5)
                .allSatisfy(study ->
                        assertThat(study.arms().get(0).command()).containsAll(Arm.LAUNCHED));
    }

    @Test
    void idsAreUnique() {
        assertThat(ALL.stream().map(Study::id)).doesNotHaveDuplicates();
        assertThat(Check.all().stream().map(Check::id)).doesNotHaveDuplicates();
    }

    @Test
    void ratioIsTheMedianOfTheRatiosOfTheRounds() {
        Measured measured = new Measured(ALL.get(0));
        Arm ours = ALL.get(0).arms().get(0);
        Arm other = ALL.get(0).arms().get(1);
        // The machine is ten times as slow in the last round, for both.
        double[] times = {10, 11, 120};
        double[] others = {20, 33, 240};
        for (int round = 0; round < times.length; round++) {
            measured.add(ours, new Sample(times[round], 0, 0));
            measured.add(other, new Sample(others[round], 0, 0));
        }

        assertThat(measured.spread(Reading.TIMES, other.name(), ours.name()))
                .isEqualTo(new Spread(2, 2, 3));
    }

    @Test
    void armThatCannotStartIsNamed() {
        Study study = new Study(
                "missing",
                "A peer that nobody has",
                "event",
                List.of(Arm.program("nobody", "/nowhere/program"), Arm.program("ends", "true")),
                List.of(),
                Study.Effort.ONCE,
                Study.Plotted.NO);

        Measured measured = new Measuring(words -> {}).measure(study);

        assertThat(measured.missing())
                .containsEntry("nobody", "/nowhere/program does not start")
                .containsEntry("ends", "it ends at once");
        assertThat(Arrays.asList(measured.nanos("nobody"), measured.nanos("ends")))
                .containsOnly(Double.NaN);
    }
}
