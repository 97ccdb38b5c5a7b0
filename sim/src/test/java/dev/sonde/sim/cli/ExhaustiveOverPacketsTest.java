package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

final class ExhaustiveOverPacketsTest {

    @Test
    void anExhaustiveSearchRefusesPacketsAndSaysWhatToDo() {
        Path file = Path.of(System.getProperty("sonde.root", ".."))
                .resolve("scenarios/smoke/packet-two-people.yaml");
        RealSession refused = RealSession.sonde("explore", file, "--strategy", "exhaustive");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("packet-two-people.yaml: exhaustive cannot compare states with packets")
                .contains("network: {detail: flow}");
    }
}
