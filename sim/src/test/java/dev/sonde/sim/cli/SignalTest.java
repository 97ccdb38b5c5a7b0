package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Ctrl-C on a real process that is in the middle of a run. */
final class SignalTest {

    @TempDir
    private Path folder;

    /** Finishes two runs, and never the third. */
    static final class Stuck {

        private Stuck() {}

        public static void main(String[] args) {
            Session session = new Session();
            session.scenario("stuck.yaml", seed -> {
                if (seed == 3) {
                    waitForEver();
                }
                return new HandMade().match(80, seed, "ann", "bob");
            });
            System.exit(Main.run(
                    args, Console.ofProcess(), session.workbench(), Interruption.ofProcess()));
        }

        private static void waitForEver() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anInterruptedProcessWritesWhatIsFinishedAndEndsWith130() throws Exception {
        Path rows = folder.resolve("rows.csv");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(listeningToSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Stuck.class.getName(),
                "run",
                "stuck.yaml",
                "--seeds=1..9",
                "--json",
                "--rows=" + rows));
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).contains("\"seed\":1");
            assertThat(out.readLine()).contains("\"seed\":2");
            interrupt(process);
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(rows)).hasSize(3);
        assertThat(Files.readString(err))
                .isEqualTo("sonde: interrupted; 2 finished runs are written\n");
    }

    /**
     * A build in the background ignores Ctrl-C, and so would every process that it starts; this
     * gives the child its own mind back.
     */
    private static List<String> listeningToSignals() throws IOException, InterruptedException {
        List<String> prefix = List.of("env", "--default-signal=INT");
        List<String> attempt = new ArrayList<>(prefix);
        attempt.add("true");
        boolean isKnown = new ProcessBuilder(attempt)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
        return isKnown ? prefix : List.of();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
