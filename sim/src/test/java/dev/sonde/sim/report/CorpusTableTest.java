package dev.sonde.sim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CorpusTableTest {

    private static final String CSV = """
            row,name,claims,strategy,seeds,cap,schedules,millis
            3,stranger-ready,BothReady+Membership,random,30,1000,0,0
            3,stranger-ready,BothReady+Membership,pct,30,1000,40,1234
            5,no-timer,Terminates,random,30,1000,6,15
            5,no-timer,Terminates,pct,30,1000,6,25
            7,late-timer-wins,CompleteOnce,random,30,1000,0,0
            7,late-timer-wins,CompleteOnce,pct,30,1000,0,0
            """;

    private final CorpusTable table = new CorpusTable(List.of("random", "pct"));

    @Test
    void eachRowShowsItsMediansAndItsBest() {
        table.read(CSV);
        table.readFailures("name,people,faults,choices,event\nno-timer,2,1,0,14\n");

        assertThat(table.markdown()).contains("""
                | # | name | claim | seeds | random | pct | best, seconds | shrunk |
                |---|---|---|---|---|---|---|---|
                | 3 | stranger-ready | BothReady, Membership | 30 | > 1000 | 40 | pct, 1.23 | |
                | 5 | no-timer | Terminates | 30 | 6 | 6 | random, 0.02 | 2, 1, 0, 14 |
                | 7 | late-timer-wins | CompleteOnce | 30 | > 1000 | > 1000 | – | |
                """).contains("""
                | strategy | fewer | as many | more | not found | verdict |
                |---|---|---|---|---|---|
                | pct | 1 | 1 | 0 | 1 | about as good as the random walk |
                """);
    }

    @Test
    void whatIsMeasuredAnewTakesThePlaceOfTheOld() {
        table.read(CSV);
        table.put(new CorpusCell(5, "no-timer", "Terminates", "pct", 30, 1000, 5, 25));
        table.put(new CorpusCell(2, "ready-counter", "BothReady", "pct", 30, 1000, 1, 1));

        assertThat(table.csv())
                .isEqualTo("""
                        row,name,claims,strategy,seeds,cap,schedules,millis
                        2,ready-counter,BothReady,pct,30,1000,1,1
                        """
                        + CSV.substring(CSV.indexOf("3,"))
                                .replace("pct,30,1000,6,25", "pct,30,1000,5,25"));
    }

    @Test
    void aStrategyThatNeedsMoreOnMostRowsLoses() {
        table.read("""
                row,name,claims,strategy,seeds,cap,schedules,millis
                1,one,A,random,30,1000,5,1
                1,one,A,pct,30,1000,0,0
                2,two,A,random,30,1000,5,1
                2,two,A,pct,30,1000,6,1
                3,three,A,random,30,1000,5,1
                3,three,A,pct,30,1000,5,1
                4,four,A,random,30,1000,500,1
                4,four,A,pct,30,200,0,0
                """);

        assertThat(table.markdown())
                .contains("| pct | 0 | 1 | 2 | 2 | loses to the random walk on most rows |\n");
    }

    @Test
    void strategiesThatAreNoMoreAreLeftOut() {
        table.read(CSV.replace("pct", "luck"));

        assertThat(table.csv()).doesNotContain("luck").contains("no-timer,Terminates,random");
    }

    @Test
    void theSmallestFailureMeasuredLastIsKept() {
        String csv = "name,people,faults,choices,event\n";
        table.readFailures(csv + "no-timer,2,1,0,14\nearly,3,0,0,9\n");
        table.put(new CorpusFailure("no-timer", 2, 0, 0, 12));

        assertThat(table.failuresCsv()).isEqualTo(csv + "early,3,0,0,9\nno-timer,2,0,0,12\n");
    }

    @Test
    void aLineThatIsNoFailureIsNamed() {
        assertThatThrownBy(() -> table.readFailures("columns\n1,2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'1,2' has 2 values; expected name,people,faults,choices,event");
    }

    @Test
    void aLineThatIsNoCellIsNamed() {
        assertThatThrownBy(() -> table.read("columns\n1,2,3\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'1,2,3' has 3 values; expected "
                        + "row,name,claims,strategy,seeds,cap,schedules,millis");
    }
}
