package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.report.CorpusTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

final class CorpusCommandTest {

    private static final Path TWO = Path.of(System.getProperty("sonde.root", ".."))
            .resolve("scenarios/smoke/two-people.yaml");

    @TempDir
    Path folder;

    /** Goal: a lobby that is wrong in every run is found in the first schedule of any search. */
    @Test
    void findsWhatIsAlwaysWrongAtOnceAndKeepsOtherRows() throws IOException {
        Files.writeString(folder.resolve("race-corpus.csv"), """
                row,name,claims,strategy,seeds,cap,schedules,millis
                5,no-timer,Terminates,random,30,1000,6,15
                """);

        RealSession session = corpus("half-announced", "--jobs", 2);

        assertThat(session.code()).isZero();
        assertThat(session.out()).startsWith("half-announced by random: 1 schedules, ");
        assertThat(Files.readString(folder.resolve("race-corpus.csv")).replaceAll(",\\d+\n", "\n"))
                .isEqualTo("""
                        row,name,claims,strategy,seeds,cap,schedules,millis
                        5,no-timer,Terminates,random,30,1000,6
                        33,half-announced,AtomicMatch,random,3,5,1
                        """);
        assertThat(folder.resolve("race-corpus.md")).content().contains("half-announced");
        assertThat(folder.resolve("race-corpus-shrunk.csv"))
                .content()
                .matches("name,people,faults,choices,event\nhalf-announced,2,0,0,\\d+\n");
    }

    @Test
    void whatNoStrategyFindsIsAFailure() {
        RealSession session = corpus("pair-for-group", "--jobs", 1);

        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).isEqualTo("pair-for-group by random: not found in 5 schedules\n");
    }

    @Test
    void unknownWordsAreNamed() {
        RealSession session = corpus("no-tiner");

        assertThat(session.code()).isEqualTo(2);
        assertThat(session.err())
                .startsWith("no broken lobby is called 'no-tiner'; did you mean 'no-timer'");
    }

    @Test
    void thePageOfTheDocsIsMadeOfItsData() throws IOException {
        Path docs = TWO.resolveSibling("../../docs");
        String csv = Files.readString(docs.resolve("race-corpus.csv"));
        CorpusTable table = new CorpusTable(CorpusCommand.STRATEGIES);
        table.read(csv);
        table.readFailures(Files.readString(docs.resolve("race-corpus-shrunk.csv")));

        assertThat(table.csv()).isEqualTo(csv);
        assertThat(table.markdown()).isEqualTo(Files.readString(docs.resolve("race-corpus.md")));
    }

    private RealSession corpus(String row, Object... more) {
        Object[] words = {
            "corpus",
            TWO,
            "--rows",
            row,
            "--strategies",
            "random",
            "--seeds",
            3,
            "--cap",
            5,
            "--out",
            folder
        };
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return RealSession.sonde(all);
    }
}
