package dev.sonde.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sonde.bench.rounds.Sample;
import dev.sonde.bench.sockets.Idle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What needs a process of its own runs, once: its shape is tested, not its time. */
class ProcessesTest {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));

    private static Sample round(Arm arm, long millis) throws MissingException {
        try (Running running = new Running(arm.command())) {
            return running.round(millis);
        }
    }

    private static Arm arm(Study study, String name) {
        return study.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Study study(String id) {
        return new Studies(ROOT)
                .all().stream()
                        .filter(study -> study.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** What a server takes is read where Linux tells it. */
    private static void assumeLinux() {
        assumeThat(Path.of("/proc/self/stat")).matches(Files::exists);
    }

    @Test
    void dsolRuns() throws MissingException {
        assertThat(round(arm(study("kernel-16"), "DSOL"), 1).nanos()).isPositive();
    }

    @Test
    void lincheckRuns() throws MissingException {
        assertThat(round(arm(study("schedules"), "Lincheck"), 1).nanos()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {Study.OURS, "bare netty-socketio"})
    void serverRelays(String name) throws MissingException {
        assumeLinux();

        assertThat(round(arm(study("relay"), name), 300).nanos()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sonde", "bare", "defaults"})
    void idleConnectionsTakeMemory(String server) throws MissingException {
        assumeLinux();
        Arm arm = Arm.java(server, List.of(), Idle.class, List.of("30", server));

        assertThat(round(arm, 1).extra()).isNotNaN();
    }

    @Test
    void launchTellsTimeAndMemory() throws MissingException {
        assumeLinux();
        Arm arm = Arm.java("nothing", List.of(), Launch.class, List.of("sleep", "1"));

        Sample sample = round(arm, 1);

        assertThat(sample.nanos()).isBetween(1e9, 1e11);
        assertThat(sample.extra()).isPositive();
    }

    @Test
    void eventsOfAnOperationAreCounted() throws MissingException {
        assertThat(round(Arm.benchmark("one", "Schedules.schedules", "pairs=1"), 1)
                        .extra())
                .isBetween(10.0, 100.0);
    }
}
