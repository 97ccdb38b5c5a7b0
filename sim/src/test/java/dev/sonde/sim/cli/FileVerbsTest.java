package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code new} and {@code diff}. */
final class FileVerbsTest {

    private final Session session = new Session();

    @TempDir
    private Path folder;

    @BeforeEach
    void tellTwoStories() {
        session.scenario("short.yaml", seed -> {
            HandMade run = new HandMade();
            run.trace = HandMade.shortTrace();
            return run;
        });
    }

    @Test
    void newWritesAScenarioThatIsValid() throws Exception {
        Path file = folder.resolve("mine.yaml");
        assertThat(session.sonde("new", file)).isZero();
        assertThat(session.out()).isEqualTo("wrote " + file + "; try `sonde run " + file + "`\n");
        assertThat(Files.readString(file)).contains("sonde: 1\n");
        assertThat(new ProjectWorkbench().load(file, null).name()).isEqualTo("my-scenario");
    }

    @Test
    void newNeverOverwrites() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "precious");
        assertThat(session.sonde("new", file)).isEqualTo(2);
        assertThat(session.err()).isEqualTo(file + " is there already, and is left as it is\n");
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    void newNeedsAFolderThatIsThere() {
        assertThat(session.sonde("new", folder.resolve("no/mine.yaml"))).isEqualTo(2);
        assertThat(session.err()).contains("there is no folder " + folder.resolve("no"));
    }

    @Test
    void equalTracesAreTheSame() {
        assertThat(session.sonde("diff", trace("a.trace"), trace("b.trace"))).isZero();
        assertThat(session.out()).endsWith("the same: 3 steps\n");
    }

    @Test
    void theFirstDifferentStepIsShownFromBothSides() throws IOException {
        Path a = trace("a.trace");
        Path b = folder.resolve("b.trace");
        Files.writeString(b, Files.readString(a).replace("join {}", "leave"));
        Session diff = new Session();
        assertThat(diff.sonde("diff", a, b)).isEqualTo(1);
        assertThat(diff.out())
                .isEqualTo("different from step 2 on:\n"
                        + "< " + a
                        + ":      2     20.000001  deliver  ann -> server       join {}\n"
                        + "> " + b
                        + ":      2     20.000001  deliver  ann -> server       leave\n");
    }

    @Test
    void whatIsNotATraceIsWrongInput() throws IOException {
        Path a = trace("a.trace");
        Path text = Files.writeString(folder.resolve("b.txt"), "hello");
        Path bytes = Files.write(folder.resolve("c.bin"), new byte[] {(byte) 0xc3, 0x28, 0});
        assertThat(session.sonde("diff", a, text)).isEqualTo(2);
        assertThat(session.sonde("diff", a, bytes)).isEqualTo(2);
        assertThat(session.sonde("diff", a, folder)).isEqualTo(2);
        assertThat(session.sonde("diff", a, folder.resolve("d.trace"))).isEqualTo(2);
        assertThat(session.err())
                .contains(
                        "b.txt is not a trace", "is not UTF-8", "this is a folder", "no such file");
    }

    private Path trace(String name) {
        Path file = folder.resolve(name);
        assertThat(session.sonde("run", "short.yaml", "--trace", file)).isZero();
        return file;
    }
}
