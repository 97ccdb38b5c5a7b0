package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.kernel.RunLimits;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

final class ContractFilesTest {

    private static final long S = 1_000_000_000L;
    private static final long MS = 1_000_000L;

    /** Goal: the first file of the format's contract becomes exactly these records. */
    @Test
    void answerLostIsReadWhole() throws ScenarioException {
        Scenario read = new ScenarioReader(TestWords.VOCABULARY)
                .read(
                        """
                        # yaml-language-server: $schema=../scenario.schema.json
                        sonde: 1
                        name: answer-lost
                        description: The first answer is lost; both give up; after its pause the same pair is tried again and matches.
                        seed: 7
                        until: 120s                      # arrivals and faults stop here
                        limits: {events: 50M, simulated: 2h}

                        lobby:
                          under-test: sonde
                          pool: study-1
                          matchmaker: {type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms, group-size: 2}
                          probe: {timeout: 15s, preparing: 5s, settle: 3s, results: first, grace: 5s}
                          waiting: {time: 120s, grace: 20s, hold: 5s, pause: {over-limit: 60s, failed: 30s}}

                        network:
                          detail: flow
                          profiles:
                            home: {to-server: "delay 20ms 4ms distribution gamma", to-peers: "loss 0.5% burst 3", base: 30ms}
                          paths:
                            - {between: [ann, bob], rtt: 80ms}

                        people:
                          - {id: ann, profile: home, joins: 0s}
                          - {id: bob, profile: home, joins: 300ms}

                        faults:
                          - {drop: signal, type: answer, from: bob, nth: 1}

                        expect:
                          verdict: held
                          matched: [[ann, bob]]
                          metrics: {time-to-match.p95: "< 90s", probes.count: "== 2"}
                        """,
                        "answer-lost.yaml",
                        Path.of(""));

        assertThat(read.limits()).isEqualTo(new RunLimits(50_000_000, 7200 * S));
        assertThat(read.lobby()).isEqualTo(LobbySection.DEFAULT);
        assertThat(read.people()).hasSize(2);
        assertThat(read.people().get(1)).isInstanceOf(Person.class);
        assertThat(read.network().paths())
                .containsExactly(new PathEntry.Between(List.of("ann", "bob"), 80 * MS));
        assertThat(read.faults())
                .containsExactly(new FaultEntry.Drop(
                        FaultEntry.Said.SIGNAL, FaultEntry.SignalKind.ANSWER, "bob", "", 1));
        assertThat(read.expect())
                .isEqualTo(new ExpectSection(
                        ExpectSection.Verdict.HELD,
                        "",
                        List.of(List.of("ann", "bob")),
                        List.of(),
                        List.of(
                                new Bound(
                                        "time-to-match.p95",
                                        Bound.Comparator.LESS,
                                        Bound.Unit.DURATION,
                                        90 * S),
                                new Bound(
                                        "probes.count",
                                        Bound.Comparator.EQUAL,
                                        Bound.Unit.NUMBER,
                                        2_000_000))));
    }
}
