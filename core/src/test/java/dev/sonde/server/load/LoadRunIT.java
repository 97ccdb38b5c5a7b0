package dev.sonde.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.server.Guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.EnumSet;

/**
 * Honest people beside each kind of attacker; the small version of {@code sonde load}. Takes time
 * by the wall clock, so it is run by {@code .ci/clients} and not by every build. How long messages
 * take is not judged: this machine may have other work.
 */
class LoadRunIT {

    private static final int MILLIS = 3_000;
    private static final int PROBE_MILLIS = 100;

    @ParameterizedTest
    @EnumSource(Attack.class)
    void attackersCostHonestPeopleNothingButTime(Attack attack)
            throws IOException, InterruptedException {
        LoadResult result = LoadRun.of(new Plan(
                12,
                10,
                0,
                MILLIS,
                PROBE_MILLIS,
                attack,
                attack.attackers(),
                EnumSet.allOf(Guard.class)));

        assertThat(result.connectionsLost()).as("honest connections lost").isZero();
        assertThat(result.failures()).as("failed probes of honest people").isEmpty();
        assertThat(result.matches()).as("matches").isPositive();
        assertThat(result.signalsHeard()).as("signals heard").isEqualTo(result.signalsSent());
        assertThat(result.misrouted()).as("signals at the wrong place").isZero();
        assertThat(result.oddTimes()).as("times that cannot be").isZero();
        assertThat(result.probesEnded()).as("probes ended").isEqualTo(result.probesCreated());
        assertThat(result.left().gauges()).as("left over when all had gone").isEmpty();
        assertThat(result.mostUnreadBytes()).as("unread by one who is slow").isLessThan(1 << 20);
    }
}
