package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Exit codes and what goes where. */
final class MainTest {

    private final Session session = new Session();

    @ParameterizedTest
    @CsvSource({
        "held.yaml, 0",
        "inconclusive.yaml, 3",
        "violated.yaml, 1",
        "missing.yaml, 2",
        "crash.yaml, 70",
        "held.yaml inconclusive.yaml, 3",
        "violated.yaml inconclusive.yaml held.yaml, 1",
        "missing.yaml violated.yaml inconclusive.yaml, 2",
        "crash.yaml missing.yaml violated.yaml inconclusive.yaml held.yaml, 70",
        "held.yaml violated.yaml missing.yaml crash.yaml, 70"
    })
    void theExitCodeIsThatOfTheMostImportantResult(String files, int code) {
        assertThat(session.sonde((Object[]) ("run " + files).split(" "))).isEqualTo(code);
    }

    @Test
    void aCrashIsOneLineThatNamesFileAndSeedAndOtherRunsGoOn() {
        session.sonde("run", "crash.yaml", "held.yaml", "--seed", 12);
        assertThat(session.err())
                .isEqualTo("crash.yaml with seed 12:\n"
                        + "sonde: internal error: java.lang.IllegalStateException: two lines;"
                        + " please report it with this command and `sonde --version`"
                        + " (SONDE_DEBUG=1 shows where it happened)\n");
        assertThat(session.out()).startsWith("held · seed 12");
    }

    @Test
    void anErrorOfTheMachineIsNotTakenForAViolatedClaim() {
        session.scenario("large.yaml", seed -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(session.sonde("run", "large.yaml")).isEqualTo(70);
        assertThat(session.err()).startsWith("sonde: internal error: java.lang.OutOfMemoryError");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu|there is no verb 'rnu'; did you mean 'run'?",
                "run --josn held.yaml|there is no option --josn; did you mean '--json'?",
                "run --sed=3 held.yaml|there is no option --sed; did you mean '--seed'?",
                "run|Missing required parameter: 'FILE'",
                "run --seed x held.yaml|Invalid value for option '--seed': 'x' is not a long",
                "diff a|Missing required parameter: 'B.trace'",
                "diff a b c|'c' is one argument too many",
            })
    void wrongUsageIsExplainedOnStandardError(String line, String words) {
        assertThat(session.sonde((Object[]) line.split(" "))).isEqualTo(2);
        assertThat(session.err()).startsWith("sonde: " + words).contains("Try 'sonde");
        assertThat(session.out()).isEmpty();
    }

    @Test
    void withoutAVerbThereIsNothingToDo() {
        assertThat(session.sonde()).isEqualTo(2);
        assertThat(session.err()).contains("Try 'sonde --help'");
        assertThat(session.err()).startsWith("sonde: no verb is given; known are: run, explore, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "run --help", "--version", "schema", "schema --metrics", "presets"
            })
    void whatWasAskedForGoesToStandardOutputOnly(String line) {
        assertThat(session.sonde((Object[]) line.split(" "))).isZero();
        assertThat(session.out()).isNotBlank();
        assertThat(session.err()).isEmpty();
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        session.sonde("--version");
        assertThat(session.out()).matches("(?s)sonde \\d+\\.\\d+\\.\\d+\\R.*Java 1?\\d.*");
    }

    @Test
    void validateGoesThroughAllFiles() {
        assertThat(session.sonde("validate", "missing.yaml", "held.yaml")).isEqualTo(2);
        assertThat(session.out()).isEqualTo("held.yaml: ok\n");
        assertThat(session.err()).isEqualTo("missing.yaml: there is no such file\n");
    }

    @Test
    void resultsThatCannotBeWrittenAreAnError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = RealSession.console(full, err);
        String[] args = {"run", "held.yaml"};
        assertThat(Main.run(args, console, session.workbench(), new Interruption()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("results are missing");
    }
}
