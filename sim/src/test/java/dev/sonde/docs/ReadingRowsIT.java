package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.cli.TheCommand;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * R and Python (Debian's, which has pandas) read the rows of a study as the page of studies says,
 * and come to one difference.
 */
class ReadingRowsIT {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));
    private static final double ROUNDING = 0.01;

    @TempDir
    Path folder;

    @Test
    void whatThePageSaysOfRowsRuns() throws Exception {
        String studies = Files.readString(ROOT.resolve("docs/studies.md"));
        String page = studies.substring(studies.indexOf("A test runs what stands here"));
        String[] sweep = block(page, "sh\n./sonde sweep").strip().split(" ");
        String[] words = Stream.concat(Stream.of("sweep"), Stream.of(sweep))
                .map(word -> word.startsWith("scenarios/") ? ROOT.resolve(word).toString() : word)
                .map(word -> word.equals("rows.csv") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        assertThat(TheCommand.printed(words)).contains("2 settings");

        double inR = difference("Rscript", "--vanilla", file("read.R", block(page, "r\n")));
        double inPython = difference("/usr/bin/python3", file("read.py", block(page, "python\n")));

        assertThat(inR).isNegative().isCloseTo(inPython, Offset.offset(ROUNDING));
    }

    /** The first block that begins so, without its beginning. */
    private static String block(String page, String beginning) {
        int start = page.indexOf("```" + beginning) + 3 + beginning.length();
        assertThat(start).as("a block of " + beginning).isGreaterThan(2 + beginning.length());
        return page.substring(start, page.indexOf("```", start));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private double difference(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<String> lines =
                said.lines().filter(line -> line.startsWith("difference ")).toList();
        assertThat(lines).as(said).hasSize(1);
        return Double.parseDouble(lines.get(0).substring("difference ".length()).strip());
    }
}
