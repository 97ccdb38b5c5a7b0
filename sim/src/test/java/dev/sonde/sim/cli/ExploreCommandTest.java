package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

final class ExploreCommandTest {

    private static final Path TWO =
            Path.of(System.getProperty("sonde.root", ".."), "scenarios/smoke/two-people.yaml");

    @TempDir
    private Path folder;

    private RealSession explore(Object... more) {
        Object[] args = new Object[more.length + 5];
        args[0] = "explore";
        args[1] = TWO;
        args[2] = "--quiet";
        args[3] = "--out";
        args[4] = folder;
        System.arraycopy(more, 0, args, 5, more.length);
        return RealSession.sonde(args);
    }

    private static String withoutTime(String json) {
        return json.replaceAll("\"wallMillis\":[0-9]+", "");
    }

    @Test
    void theRealLobbyHoldsUnderSchedulesAndFaults() {
        RealSession session = explore("--schedules", 500);
        assertThat(session.out()).contains("HELD, as expected").contains("Schedules   500 in ");
        assertThat(session.code()).isZero();
    }

    @Test
    void aBrokenLobbyIsFoundByItsClaim() {
        RealSession session = explore("--schedules", 5_000, "--under-test", "cached-socket");
        assertThat(session.out()).contains("VIOLATED, NOT as expected").contains("✗ FreshSocket");
        assertThat(session.code()).isEqualTo(1);
    }

    @Test
    void oneAndTwoThreadsSayTheSame() {
        Object[] settings = {"--schedules", 400, "--all", "--json", "--under-test", "cached-socket"
        };
        assertThat(withoutTime(explore(with(settings, "--jobs", 2)).out()))
                .isEqualTo(withoutTime(explore(with(settings, "--jobs", 1)).out()))
                .contains("\"claim\":\"FreshSocket\"");
    }

    private static Object[] with(Object[] settings, Object... more) {
        Object[] all = new Object[settings.length + more.length];
        System.arraycopy(settings, 0, all, 0, settings.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--budget|5parsec|--budget 5parsec is no time; write it as 30s or 5m",
                "--budget|0s|--budget 0s is no time at all; write it as 30s",
                "--strategy|rndom|no strategy is called 'rndom'; did you mean 'random'?",
                "--jobs|0|--jobs 0 is not from 1 to 1024",
                "--schedules|0|--schedules 0 is too few; give at least 1"
            })
    void wrongOptionsAreNamedBeforeAnyWork(String option, String value, String message) {
        RealSession session = explore(option, value);
        assertThat(session.err()).isEqualTo(message + "\n");
        assertThat(session.code()).isEqualTo(2);
    }
}
