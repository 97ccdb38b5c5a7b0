package dev.sonde.sim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class OutputFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileAppearsWholeWhenItIsCommitted() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "old");
        try (OutputFile output = OutputFile.replacing(file)) {
            output.writer().write("new");
            output.writer().flush();
            assertThat(Files.readString(file)).isEqualTo("old");
            output.commit();
        }
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(names()).containsExactly("out");
    }

    @Test
    void aFileThatIsNotCommittedLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("out");
        try (OutputFile output = OutputFile.replacing(file)) {
            output.writer().write("half of");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (OutputFile output = OutputFile.replacing(link)) {
            output.writer().write("new");
            output.commit();
        }
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @Test
    void aFileThatMustBeNewGivesWayToOneThatCameFirst() throws IOException {
        Path file = folder.resolve("out");
        try (OutputFile output = OutputFile.creating(file)) {
            Files.writeString(file, "first");
            assertThatIOException()
                    .isThrownBy(output::commit)
                    .withMessageContaining("is there already");
        }
        assertThat(Files.readString(file)).isEqualTo("first");
        assertThat(names()).containsExactly("out");
    }

    @Test
    void foldersAndMissingFoldersAreRefusedInWords() {
        assertThatIOException()
                .isThrownBy(() -> OutputFile.replacing(folder))
                .withMessage("cannot write " + folder + ": it is a folder");
        assertThatIOException()
                .isThrownBy(() -> OutputFile.replacing(folder.resolve("no/out")))
                .withMessageContaining("there is no folder");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void fullDiskIsNamedWithItsFile() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full));
        OutputFile file = OutputFile.replacing(full);
        file.writer().write("text");

        assertThatIOException()
                .isThrownBy(file::commit)
                .withMessage("cannot write /dev/full: No space left on device");
    }
}
