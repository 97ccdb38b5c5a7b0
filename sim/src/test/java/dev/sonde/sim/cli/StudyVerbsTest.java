package dev.sonde.sim.cli;

import static dev.sonde.sim.cli.RealSession.sonde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.study.TidyReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** sweep, compare and merge, from arguments to files and exit codes. */
final class StudyVerbsTest {

    private static final String SMALL = """
            sonde: 1
            name: small
            description: Ten people of two kinds.
            until: 20s
            lobby: {matchmaker: {type: fifo, max-p2p-rtt: 100ms}}
            network:
              profiles: {near: {to-server: "delay 10ms 2ms"}, far: {to-server: "delay 30ms 9ms"}}
            people:
              - crowd: {name: all, count: 10, arrivals: poisson 2/s, mix: {near: 70%, far: 30%},
                        after-match: leaves 10s}
            """;
    private static final String VARY = "lobby.matchmaker.max-p2p-rtt=60ms..140ms/40ms";

    @TempDir
    private Path folder;

    private Path small;

    @BeforeEach
    void write() throws IOException {
        small = file("small.yaml", SMALL);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path whole(String name, int jobs) {
        Path out = folder.resolve(name);
        RealSession run =
                sonde("sweep", small, "--vary", VARY, "--seeds", "4", "--jobs", jobs, "--out", out);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return out;
    }

    @Test
    void rowsDoNotDependOnHowManyJobsThereAre() throws IOException {
        Path one = whole("one.csv", 1);
        assertThat(one).hasSameBinaryContentAs(whole("three.csv", 3));

        Results rows = TidyReader.read(one);
        assertThat(rows.count()).isEqualTo(12);
        assertThat(rows.design().settings().stream()
                        .map(setting -> setting.values().get(0)))
                .containsExactly("60ms", "100ms", "140ms");
    }

    @ParameterizedTest
    @CsvSource({"csv", "csv.gz"})
    void fourShardsMergedAreOneRunByteForByte(String suffix) {
        Object[] merge = {"merge", "", "", "", "", "-o", folder.resolve("merged." + suffix)};
        for (int i = 1; i <= 4; i++) {
            merge[i] = folder.resolve("part-" + i + "." + suffix);
            RealSession part = sonde(
                    "sweep", small, "--vary", VARY, "--seeds", "4", "--shard", i + "/4", "--out",
                    merge[i]);
            assertThat(part.code()).isZero();
            assertThat(part.out()).isEmpty();
        }
        Path page = folder.resolve("merged.html");
        assertThat(sonde(append(merge, "--report", page)).code()).isZero();
        assertThat(folder.resolve("merged." + suffix))
                .hasSameBinaryContentAs(whole("whole." + suffix, 2));
        assertThat(page).content().contains("Report of a sweep", "small", "max-p2p-rtt");
    }

    private static Object[] append(Object[] words, Object... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
    }

    @Test
    void resumingAnywhereEndsInTheSameFile() throws IOException {
        byte[] whole = Files.readAllBytes(whole("whole.csv", 1));
        Path part = folder.resolve("part.csv");
        for (int length : new int[] {0, 10, 100, 500, whole.length / 2, whole.length}) {
            Files.write(part, java.util.Arrays.copyOf(whole, length));
            RealSession run = sonde(
                    "sweep", small, "--vary", VARY, "--seeds", "4", "--out", part, "--resume");
            assertThat(run.err()).as("from byte " + length).isEmpty();
            assertThat(run.code()).isZero();
            assertThat(Files.readAllBytes(part)).isEqualTo(whole);
        }
    }

    @Test
    void rowsOfAnotherStudyAreNotGoneOnWith() throws IOException {
        Path rows = whole("rows.csv", 2);
        byte[] before = Files.readAllBytes(rows);
        RealSession overwritten = sonde("sweep", small, "--vary", VARY, "--out", rows);
        RealSession other = sonde("sweep", small, "--vary", "seed.x=1", "--out", rows, "--resume");
        RealSession seeds =
                sonde("sweep", small, "--vary", VARY, "--seeds", "5..9", "--out", rows, "--resume");

        assertThat(overwritten.code()).isEqualTo(2);
        assertThat(overwritten.err()).contains("is there already; --resume goes on with it");
        assertThat(other.code()).isEqualTo(2);
        assertThat(seeds.code()).isEqualTo(2);
        assertThat(seeds.err()).contains("run 1 is of another study");
        assertThat(Files.readAllBytes(rows)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lobby.matchmaker.max-p2p-rt=1s; did you mean 'max-p2p-rtt'?",
                "lobby.matchmaker.max-p2p-rtt=80; has no unit",
                "lobby.matchmaker.type=fifoo; did you mean 'fifo'?",
                "people.al.arrivals=every 1s; this list has no item 'al'",
                "people.all.mix=nearr; did you mean 'near'?",
                "seed=1,2; this key cannot be varied",
                "until=1s..1000000000s/1s; has 1000000000 values",
                "until=5s; --seeds",
                "network.rtt-matrix=matrix.csv; matrix.csv",
                "people.all.arrivals=file trace.csv; trace.csv"
            })
    void wrongInputIsRefusedBeforeAnyWork(String vary, String why) throws IOException {
        file("matrix.csv", "a,b\n1,2\n3\n");
        file("trace.csv", "id,at_ms\na,500\nb,200\n");
        Path rows = folder.resolve("rows.csv");
        String seeds = why.startsWith("--seeds") ? "2000000" : "2";
        String expected = why.startsWith("--seeds") ? "a study has at most 1000000" : why;
        RealSession run = sonde("sweep", small, "--vary", vary, "--seeds", seeds, "--out", rows);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(expected);
        assertThat(rows).doesNotExist();
    }

    @Test
    void aFullDiskStopsTheStudyAndIsSaid() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/full")));
        RealSession run = sonde("sweep", small, "--seeds", "2", "--out", "/dev/full");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("cannot write /dev/full: No space left on device");
    }

    @Test
    void anInterruptionKeepsTheFinishedRuns() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Session session = new Session();
        AtomicInteger runs = new AtomicInteger();
        session.scenario("stopped.yaml", seed -> {
            if (runs.incrementAndGet() == 6) {
                session.interruption.arrive();
            }
            return new HandMade();
        });
        int code = session.sonde(
                "sweep", "stopped.yaml", "--jobs", "1", "--seeds", "10", "--out", rows);

        assertThat(code).isEqualTo(130);
        assertThat(session.err()).contains("interrupted after 5 of 10 runs; they are in " + rows);
        assertThat(TidyReader.read(rows).count()).isEqualTo(5);
        assertThat(session.out()).isEmpty();
    }

    @Test
    void aStudyMayStopOnceTheIntervalsAreNarrowEnough() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Session session = new Session();
        session.scenario("noisy.yaml", seed -> {
            HandMade run = new HandMade();
            run.waitingMax = seed % 2;
            return run;
        });
        // Half ones, half zeros: the interval is 0.38 wide with 30 seeds and 0.29 with 50.
        int code = session.sonde(
                "sweep",
                "noisy.yaml",
                "--seeds",
                "500",
                "--width",
                "waiting.max=0.3",
                "--out",
                rows);

        assertThat(code).isZero();
        assertThat(TidyReader.read(rows).count()).isEqualTo(50);
        assertThat(session.out()).contains("Stopped after 50 of 500 seeds");
    }

    @Test
    void violatedRunsAreInTheRowsAndInTheExitCode() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Session session = new Session();
        assertThat(session.sonde("sweep", "violated.yaml", "--seeds", "3", "--out", rows))
                .isEqualTo(1);
        assertThat(TidyReader.read(rows).count("VIOLATED")).isEqualTo(3);
        assertThat(new Session().sonde("sweep", "inconclusive.yaml", "--seeds", "3"))
                .isEqualTo(3);
        assertThat(new Session().sonde("sweep", "crash.yaml", "--seeds", "3")).isEqualTo(70);
    }

    @Test
    void goalsChooseASettingAndFreshSeedsCheckIt() throws IOException {
        Path goals = file(
                "goals.yaml",
                SMALL + "goals: {share.matched: \">= 10%\", time-to-match.p50: minimise}\n");
        RealSession run = sonde("sweep", goals, "--vary", VARY, "--seeds", "10");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Take max-p2p-rtt ")
                .contains("Checked again with 10 fresh seeds, from 11 on: confirmed")
                .contains("share.matched >= 10%");
    }

    @Test
    void comparedScenariosAreToldApartByTheirPairs() throws IOException {
        Path other = file(
                "other.yaml",
                SMALL.replace("name: small", "name: other").replace("100ms", "140ms"));
        RealSession run = sonde("compare", small, other, "--seeds", "8");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("small against other")
                .contains("with the same seed, so with the same people and paths");
        RealSession same = sonde("compare", small, small);
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("there is nothing to compare");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--shard 5/4; none of the parts",
                "--shard x; is no part",
                "--shard 1/2; --shard needs --out",
                "--resume; --resume needs --out",
                "--seeds 0; is too few",
                "--seeds many; is no number of seeds",
                "--width waiting.mx=3; did you mean 'waiting.max'?",
                "--width waiting.max=3s; 's' is not a unit of it",
                "--width waiting.max=0; would never be reached",
                "--metric share.matche; did you mean 'share.matched'?"
            })
    void optionsThatMakeNoSenseAreRefused(String options, String why) {
        Object[] args = ("sweep " + small + " " + options).split(" ");
        RealSession run = sonde(args);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(why);
        assertThat(run.out()).isEmpty();
    }
}
