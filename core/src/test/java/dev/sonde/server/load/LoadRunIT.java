package dev.sonde.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.server.ServerSettings;
import dev.sonde.server.SondeServer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.Map;

/**
 * Honest people beside each kind of attacker; the small version of {@code sonde load}. Takes time
 * by the wall clock, so it is run by {@code .ci/clients} and not by every build.
 */
class LoadRunIT {

    @ParameterizedTest
    @EnumSource(Attack.class)
    void attackersCostHonestPeopleNothingButTime(Attack attack)
            throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("port", "0", "max-p2p-rtt-ms", "100", "hold-ms", "1");
        try (SondeServer server = SondeServer.start(ServerSettings.read(settings), line -> {})) {
            LoadRun.Result result = LoadRun.against(server, new Plan(12, 10, 0, 2, 200, attack, 2));

            assertThat(result.connectionsLost()).as("honest connections lost").isZero();
            assertThat(result.failures()).as("failed probes of honest people").isEmpty();
            assertThat(result.matches()).as("matches").isPositive();
            assertThat(result.attacked().count()).as("relayed under attack").isPositive();
        }
    }
}
