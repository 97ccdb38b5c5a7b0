package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.sim.HandMade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class RunCommandTest {

    private final Session session = new Session();

    @TempDir
    private Path folder;

    @Test
    void jsonIsOneObjectForEachRunOnALineOfItsOwn() throws IOException {
        assertThat(session.sonde("run", "held.yaml", "violated.yaml", "--seeds", "3..4", "--json"))
                .isEqualTo(1);
        List<String> runs = new ArrayList<>();
        for (String line : session.out().split("\n")) {
            JsonNode run = new ObjectMapper().readTree(line);
            runs.add(run.get("scenario").asText()
                    + ' '
                    + run.get("seed")
                    + ' '
                    + run.get("verdict").asText());
        }
        assertThat(runs)
                .containsExactly(
                        "held 3 HELD", "held 4 HELD", "violated 3 VIOLATED", "violated 4 VIOLATED");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void theSeedIsTheFilesUnlessAnotherOneIsAskedFor() {
        session.sonde("run", "held.yaml");
        assertThat(session.out()).startsWith("held · seed 7 ");
        Session other = new Session();
        other.sonde("run", "held.yaml", "--seed", "-9");
        assertThat(other.out()).startsWith("held · seed -9 ");
    }

    @Test
    void anotherLobbyCanBePutUnderTest() {
        session.sonde("run", "held.yaml", "--under-test", "ready-counter");
        assertThat(session.out()).startsWith("held-ready-counter · seed 7 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|--seeds 7 is not a range of seeds; write it as 1..1000",
                "2..1|--seeds 2..1 ends before it begins; write it as 1..1000",
                "1..x|--seeds 1..x is not a range of whole numbers; write it as 1..1000",
                "1..99999999|--seeds 1..99999999 has more than 10000000 seeds; write it as 1..1000",
                "-9223372036854775808..9223372036854775807|--seeds"
                        + " -9223372036854775808..9223372036854775807 has more than 10000000 seeds;"
                        + " write it as 1..1000"
            })
    void aRangeOfSeedsIsAFirstAndALastOne(String seeds, String words) {
        assertThat(session.sonde("run", "held.yaml", "--seeds=" + seeds)).isEqualTo(2);
        assertThat(session.err()).isEqualTo(words + "\n");
    }

    @Test
    void oneSeedAndManyExcludeEachOther() {
        assertThat(session.sonde("run", "held.yaml", "--seeds=1..2", "--seed=1"))
                .isEqualTo(2);
        assertThat(session.err()).startsWith("--seed and --seeds exclude each other");
    }

    @Test
    void severalReportsEndInATable() {
        session.sonde("run", "held.yaml", "violated.yaml", "--no-color");
        assertThat(session.out())
                .contains("held · seed 7 ", "violated · seed 7 ")
                .endsWith("1 of 2 runs as expected\n");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        session.colours = true;
        session.sonde("run", "held.yaml");
        assertThat(session.out()).contains("\u001b[1;32mHELD, as expected\u001b[0m");
        Session plain = new Session();
        plain.colours = true;
        plain.sonde("run", "held.yaml", "--no-color");
        assertThat(plain.out()).doesNotContain("\u001b");
    }

    @Test
    void aTraceIsWrittenInTheFormThatItsNameAsksFor() throws IOException {
        session.scenario("short.yaml", seed -> {
            HandMade run = new HandMade();
            run.trace = HandMade.shortTrace();
            return run;
        });
        assertThat(session.sonde("run", "short.yaml", "--trace", folder.resolve("out.trace")))
                .isZero();
        assertThat(session.sonde("run", "short.yaml", "--trace", folder.resolve("out.jsonl")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out.trace")))
                .startsWith("# sonde trace 1  scenario short  seed 7\n");
        assertThat(Files.readString(folder.resolve("out.jsonl"))).startsWith("{\"event\":1,");
        assertThat(names()).containsExactly("out.jsonl", "out.trace");
        assertThat(session.recordedATrace()).isTrue();
    }

    @Test
    void entriesAreKeptOnlyForThoseWhoAskForATrace() {
        session.sonde("run", "held.yaml", "--rows", folder.resolve("rows.csv"));
        assertThat(session.recordedATrace()).isFalse();
    }

    @Test
    void aTraceIsForOneRun() {
        assertThat(session.sonde("run", "held.yaml", "violated.yaml", "--trace", "x.trace"))
                .isEqualTo(2);
        assertThat(session.err()).startsWith("--trace is for one run, but these are 2");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void rowsOfAllRunsAreInOneFile() throws IOException {
        session.scenario("pair.yaml", seed -> new HandMade().match(80, seed, "ann", "bob"));
        Path rows = folder.resolve("rows.csv");
        assertThat(session.sonde("run", "pair.yaml", "--seeds", "1..3", "--rows", rows))
                .isZero();
        assertThat(Files.readAllLines(rows).stream().map(RunCommandTest::firstColumns))
                .containsExactly(
                        "scenario,seed,kind,members",
                        "pair,1,match,ann+bob",
                        "pair,2,match,ann+bob",
                        "pair,3,match,ann+bob");
    }

    @Test
    void outputsThatCannotBeWrittenAreRefusedBeforeAnyRun() throws IOException {
        Path scenario = Files.writeString(folder.resolve("held.yaml"), "sonde: 1");
        assertRefused(folder, "it is a folder");
        assertRefused(folder.resolve("no/such/folder.csv"), "there is no folder");
        assertRefused(scenario, "it is the scenario itself");
        assertThat(Files.readString(scenario)).isEqualTo("sonde: 1");
        assertThat(names()).containsExactly("held.yaml");
    }

    private void assertRefused(Path output, String words) {
        Session refused = new Session();
        refused.scenario("held.yaml", seed -> {
            throw new AssertionError("this must not run");
        });
        assertThat(refused.sonde("run", folder.resolve("held.yaml"), "--rows", output))
                .isEqualTo(2);
        assertThat(refused.err()).contains("cannot write " + output).contains(words);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void traceAndRowsDoNotShareAFile() {
        Path file = folder.resolve("both");
        assertThat(session.sonde("run", "held.yaml", "--rows", file, "--trace", file))
                .isEqualTo(2);
        assertThat(session.err()).startsWith("--trace and --rows name the same file");
    }

    @Test
    void whatAnInterruptedCommandHasFinishedIsWrittenWhole() throws IOException {
        session.scenario("long.yaml", seed -> {
            if (seed == 3) {
                session.interruption.arrive();
            }
            return new HandMade().match(80, seed, "ann", "bob");
        });
        Path rows = folder.resolve("rows.csv");
        int code = session.sonde("run", "long.yaml", "--seeds", "1..9", "--json", "--rows", rows);
        assertThat(code).isEqualTo(130);
        assertThat(session.err()).isEqualTo("sonde: interrupted; 2 finished runs are written\n");
        assertThat(session.out().lines()).hasSize(2);
        assertThat(Files.readAllLines(rows)).hasSize(3);
        assertThat(names()).containsExactly("rows.csv");
    }

    @Test
    void anInterruptedReportOverSeedsCoversTheFinishedOnes() {
        session.scenario("long.yaml", seed -> {
            if (seed == 5) {
                session.interruption.arrive();
            }
            return new HandMade();
        });
        assertThat(session.sonde("run", "long.yaml", "--seeds", "1..9")).isEqualTo(130);
        assertThat(session.out()).startsWith("long · seeds 1..4 ");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String firstColumns(String row) {
        String[] cells = row.split(",", 5);
        return String.join(",", cells[0], cells[1], cells[2], cells[3]);
    }
}
