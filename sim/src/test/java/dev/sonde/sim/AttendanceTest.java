package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;

import org.junit.jupiter.api.Test;

/** People who are made on arrival live as those do who were there from the start. */
final class AttendanceTest {

    /** Bursts at one instant, one of them with somebody of the list, who overhears the others. */
    private static final String BURSTS = """
            sonde: 1
            name: bursts
            until: 60s
            lobby: {matchmaker: {type: fifo, max-p2p-rtt: 200ms}}
            people:
              - {id: late, profile: fibre, joins: 10s, leaves: 50s}
              - {id: stranger, profile: fibre, joins: 20s, behaviour: stranger}
              - {id: back, profile: fibre, joins: 0s, leaves: 5s, returns: 3s}
              - crowd: {name: one, arrivals: burst 7 every 10s, mix: cable,
                        behaviour: {honest: 70%, half-gone: 20%, forger: 10%},
                        after-match: leaves 5s}
              - crowd: {name: other, arrivals: burst 5 every 5s, mix: lte, patience: 8s}
            """;

    /** A fault makes everybody be there from the start; this one finds nobody. */
    private static final String FAULT = """
            faults:
              - {at: 59s, disconnect: late}
            """;

    @Test
    void whoComesAndGoesLivesAsIfThereFromTheStart() {
        RunResult cameAndWent = Scenes.run(BURSTS);
        RunResult fromTheStart = Scenes.run(BURSTS + FAULT);

        assertThat(fromTheStart.faultsWithoutEffect()).hasSize(1);
        assertThat(fromTheStart.events()).isEqualTo(cameAndWent.events() + 1);
        assertThat(cameAndWent.people()).hasSizeGreaterThan(50).isEqualTo(fromTheStart.people());
        assertThat(cameAndWent.probes()).hasSizeGreaterThan(20).isEqualTo(fromTheStart.probes());
        assertThat(cameAndWent.claims()).isEqualTo(fromTheStart.claims());
    }
}
