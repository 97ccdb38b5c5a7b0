package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The gate, of scenarios whose every run reaches one label, {@code held}. */
final class GateTest {

    @TempDir
    private Path folder = Path.of("");

    private final Session session = new Session();

    @Test
    void anExemptLabelThatIsReachedAfterAllTurnsTheGateRed() throws IOException {
        assertThat(gateOf("exempt.yaml")).isEqualTo(1);
        assertThat(session.out())
                .contains("RED", "exempt: held, since nobody holds")
                .contains("exempt, and reached after all: held");
    }

    @Test
    void whatIsReachedAndNotExemptIsGreen() throws IOException {
        assertThat(gateOf("fine.yaml")).isZero();
        assertThat(session.out()).contains("GREEN", "1 of 1 labels").doesNotContain("exempt");
    }

    private int gateOf(String file) throws IOException {
        session.scenario(file, seed -> new HandMade());
        Path scenarios = folder.resolve("scenarios");
        Path smoke = Files.createDirectories(scenarios.resolve("smoke"));
        Files.writeString(smoke.resolve(file), "");
        Path out = folder.resolve("out");
        return session.sonde("gate", scenarios, "--budget", "1ms", "--quiet", "--out", out);
    }
}
