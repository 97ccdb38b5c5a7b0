package dev.sonde.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows on disk: what is written is read, whatever stopped the writer. */
final class RowsTest {

    private static final Design DESIGN = Made.design("50ms", "a, \"b\"");
    private static final List<Run> RUNS =
            Made.runs(DESIGN, 3, new double[] {20.1234567, 1e12}, new double[] {0.5, Double.NaN});

    @TempDir
    private Path folder;

    private Path write(String name, List<Run> runs) throws IOException {
        Path file = folder.resolve(name);
        try (RowsFile rows = RowsFile.create(file, DESIGN)) {
            for (Run run : runs) {
                rows.add(run);
            }
        }
        return file;
    }

    @Test
    void theColumnsAreTheDocumentedOnes() throws IOException {
        assertThat(Files.readAllLines(write("rows.csv", RUNS.subList(0, 2))))
                .containsExactly(
                        "run,scenario,version,seed,verdict,lobby.limit,metric,unit,value",
                        "1,made,1.0,1,HELD,50ms,wait,ms,19.123457",
                        "1,made,1.0,1,HELD,50ms,share,share,0.5",
                        "2,made,1.0,1,HELD,\"a, \"\"b\"\"\",wait,ms,999999999999",
                        "2,made,1.0,1,HELD,\"a, \"\"b\"\"\",share,share,");
    }

    @Test
    void aShareOfAnUpperBoundSaysSoInItsRowAndWhereItIsShown() throws IOException {
        Design optimum = new Design(
                "1.0",
                List.of(),
                List.of(new Setting("made", List.of())),
                List.of(new Measure("optimum.share", "share"), new Measure("count", "count")));
        List<Run> runs = List.of(
                new Run(1, 0, 1, "HELD", new double[] {0.5, 3}, false),
                new Run(2, 0, 2, "HELD", new double[] {0.25, 4}, true));
        Path file = folder.resolve("optimum.csv");
        try (RowsFile rows = RowsFile.create(file, optimum)) {
            for (Run run : runs) {
                rows.add(run);
            }
        }
        assertThat(Files.readAllLines(file))
                .contains(
                        "1,made,1.0,1,HELD,optimum.share,share,0.5",
                        "2,made,1.0,2,HELD,optimum.share,share of bound,0.25",
                        "2,made,1.0,2,HELD,count,count,4");
        Results read = TidyReader.read(file);
        assertThat(read.all()).isEqualTo(runs);
        assertThat(read.design()).isEqualTo(optimum);
        assertThat(optimum.measures().get(0).label(read.isAnyOfBound()))
                .isEqualTo("optimum.share (of an upper bound)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.csv", "rows.csv.gz"})
    void whatIsWrittenIsRead(String name) throws IOException {
        Results read = TidyReader.read(write(name, RUNS));
        assertThat(read.design()).isEqualTo(DESIGN);
        assertThat(read.all()).isEqualTo(RUNS);
    }

    /**
     * Goal: wherever a plain file is cut off, the runs before stand; and going on gives the whole.
     */
    @Test
    void aFileThatIsCutOffAnywhereHasItsFirstRunsAndIsGoneOnWith() throws IOException {
        String whole = Files.readString(write("whole.csv", RUNS));
        Path part = folder.resolve("part.csv");
        int first = whole.indexOf("2,made");
        for (int length = first; length < whole.length(); length++) {
            Files.writeString(part, whole.substring(0, length));
            List<Run> kept = TidyReader.read(part).all();
            assertThat(kept).isEqualTo(RUNS.subList(0, kept.size()));
            try (RowsFile rows = RowsFile.resume(part, DESIGN, kept)) {
                for (Run run : RUNS.subList(kept.size(), RUNS.size())) {
                    rows.add(run);
                }
            }
            assertThat(Files.readString(part)).isEqualTo(whole);
        }
    }

    @Test
    void aZippedFileThatIsCutOffIsGoneOnWithToo() throws IOException {
        byte[] whole = Files.readAllBytes(write("whole.csv.gz", RUNS));
        Path part = folder.resolve("part.csv.gz");
        Files.write(part, java.util.Arrays.copyOf(whole, whole.length - 20));
        List<Run> kept = TidyReader.read(part).all();
        assertThat(kept).isEqualTo(RUNS.subList(0, kept.size()));
        try (RowsFile rows = RowsFile.resume(part, DESIGN, kept)) {
            for (Run run : RUNS.subList(kept.size(), RUNS.size())) {
                rows.add(run);
            }
        }
        assertThat(Files.readAllBytes(part)).isEqualTo(whole);
    }

    @Test
    void aFullDiskIsAnErrorAndNotSilence() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/full")));
        assertThatThrownBy(() -> RowsFile.create(Path.of("/dev/full"), DESIGN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write /dev/full: No space left");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = write("rows.csv", RUNS);
        assertThatThrownBy(() -> RowsFile.create(file, DESIGN))
                .hasMessageContaining("is there already; --resume goes on with it");
    }

    @Test
    void partsAreMergedToTheWholeByteForByte() throws IOException, StudyException {
        Path whole = write("whole.csv", RUNS);
        Path first = write("1.csv", List.of(RUNS.get(1), RUNS.get(3), RUNS.get(5)));
        Path second = write("2.csv.gz", List.of(RUNS.get(0), RUNS.get(2), RUNS.get(4)));
        Results merged = Merge.of(List.of(first, second));
        Path file = folder.resolve("merged.csv");
        try (RowsFile rows = RowsFile.create(file, merged.design())) {
            for (Run run : merged.all()) {
                rows.add(run);
            }
        }
        assertThat(file).hasSameBinaryContentAs(whole);
    }

    @Test
    void aMissingOrDoubleRunIsNamed() throws IOException {
        Path first = write("1.csv", List.of(RUNS.get(0), RUNS.get(3)));
        Path second = write("2.csv", List.of(RUNS.get(0), RUNS.get(1)));
        assertThatThrownBy(() -> Merge.of(List.of(first)))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("run 2 is in none of these files");
        assertThatThrownBy(() -> Merge.of(List.of(first, second)))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("run 1 is in " + first + " and in " + second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n",
                "run,scenario,version,seed,verdict,metric,unit,value\n1,s,1,x,HELD,m,ms,1\n",
                "run,scenario,version,seed,verdict,metric,unit,value\n1,s,1,1,HELD,m,ms,one\n",
                "run,scenario,version,seed,verdict,metric,unit,value\n1,2\n2,s,1,1,HELD,m,ms,1\n"
            })
    void whatIsNoFileOfRowsIsRefusedWithItsName(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), text);
        assertThatThrownBy(() -> TidyReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
    }
}
