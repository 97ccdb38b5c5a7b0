package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.kernel.RunLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

final class ContractFilesTest {

    private static final long S = 1_000_000_000L;
    private static final long MS = 1_000_000L;

    /** Goal: the first file of the format's contract becomes exactly these records. */
    @Test
    void answerLostIsReadWhole() throws ScenarioException {
        Scenario read = TestWords.reader().read("""
                        # yaml-language-server: $schema=../scenario.schema.json
                        sonde: 1
                        name: answer-lost
                        description: The first answer is lost; both give up; after its pause the
                          same pair is tried again and matches.
                        seed: 7
                        until: 120s                      # arrivals and faults stop here
                        limits: {events: 50M, simulated: 2h}

                        lobby:
                          under-test: sonde
                          pool: study-1
                          matchmaker: {type: latency-fifo, max-server-rtt: 200ms,
                                       max-p2p-rtt: 100ms, group-size: 2}
                          probe: {timeout: 15s, preparing: 5s, settle: 3s, results: first,
                                  grace: 5s}
                          waiting: {time: 120s, grace: 20s, hold: 5s, pause: {over-limit: 60s,
                                    failed: 30s}}

                        network:
                          detail: flow
                          profiles:
                            home: {to-server: "delay 20ms 4ms distribution gamma",
                                   to-peers: "loss 0.5% burst 3", base: 30ms}
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
                        """, "answer-lost.yaml", Path.of(""));

        assertThat(read.limits()).isEqualTo(new RunLimits(50_000_000, 7200 * S));
        assertThat(read.lobby()).isEqualTo(LobbySection.DEFAULT);
        assertThat(read.people()).hasSize(2);
        assertThat(read.people().get(1)).isInstanceOf(Person.class);
        assertThat(read.network().paths())
                .containsExactly(new PathEntry.Between(List.of("ann", "bob"), 80 * MS));
        assertThat(read.faults())
                .containsExactly(new MessageFault.Drop(
                        MessageFault.Said.SIGNAL, MessageFault.SignalKind.ANSWER, "bob", "", 1));
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

    /** Goal: the rest of the contract's vocabulary is read, and means what the contract says. */
    @Test
    void moreOfTheVocabularyIsRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("regions.csv"), "# two regions\n1, 80\n80.5, 1\n");
        Scenario read = TestWords.reader().read("""
                        sonde: 1
                        network:
                          turn: {rtt: 30ms, credentials: 120s}
                          rtt-matrix: regions.csv
                          profiles:
                            home: {}
                            hotel: {to-server: "delay 60ms 20ms",
                                    to-peers: "delay 5ms 3ms loss gemodel 1% 30%", nat: symmetric,
                                    udp: blocked}
                          paths:
                            - {from: ann, to: cat, delay: 25ms}
                        people:
                          - {id: ann, region: 2}
                          - {id: cat, profile: hotel, joins: 1s, leaves: 6s,
                             behaviour: double-ready, server-rtt: 45ms, instance: none}
                          - crowd: {name: far, count: 200, ids: "p{n}", arrivals: poisson 2/s,
                                    from: 5s, until: 110s,
                                    mix: {home: 80%, hotel: 20%}, patience: lognormal 90s 40s,
                                    after-match: leaves 10s}
                        faults:
                          - {at: 2s, disconnect: ann, back-after: 800ms, socket: new, page: same}
                          - {storm: {from: 100s, to: 110s, kinds: [disconnect, delay-spike],
                             rate: 1/s}}
                        explore: {lateness: 0ms..50ms, slack: 0ms..500ms, faults: 2,
                                  grid: [soonest, latest]}
                        goals: {share.matched: ">= 95%", time-to-match.p95: "<= 60s",
                                matched-rtt.p90: minimise}
                        expect: {unmatched: [far, p200]}
                        """, "more.yaml", folder);

        Crowd far = (Crowd) read.people().get(2);
        assertThat(read.name()).isEqualTo("more");
        assertThat(read.network().turn())
                .isEqualTo(new TurnSection(true, 30 * MS, 120 * S, TurnSection.Transport.TCP));
        assertThat(read.network().rttMatrix())
                .isEqualTo(new RttMatrix("regions.csv", List.of("1", "2"), new long[][] {
                    {MS, 80 * MS}, {80 * MS + MS / 2, MS}
                }));
        assertThat(read.network().profiles().get(1).profile(folder).baseNanos())
                .as("2 x the mean of to-server")
                .isEqualTo(120 * MS);
        assertThat(far.mix())
                .isEqualTo(new Mix(
                        List.of(new Mix.Part("home", 800_000), new Mix.Part("hotel", 200_000))));
        assertThat(far.arrivals()).isEqualTo(new Arrivals.Poisson(new Rate(2_000_000, S)));
        assertThat(far.patience())
                .isEqualTo(new TimeDistribution.Shaped(
                        TimeDistribution.Shape.LOGNORMAL, 90 * S, 40 * S));
        assertThat(far.afterMatch()).isEqualTo(new AfterMatch.Leaves(10 * S));
        assertThat(far.idOf(1)).isEqualTo("p1");
        assertThat(read.explore()).as("these are the defaults").isEqualTo(ExploreSection.DEFAULT);
        assertThat(read.faults())
                .containsExactly(
                        new PersonFault.Disconnect(
                                2 * S,
                                "ann",
                                OptionalLong.of(800 * MS),
                                PersonFault.ReturnSocket.NEW,
                                PersonFault.ReturnPage.SAME,
                                PersonFault.Notice.TOLD),
                        new Storm(
                                100 * S,
                                110 * S,
                                List.of(Storm.Kind.DISCONNECT, Storm.Kind.DELAY_SPIKE),
                                new Rate(1_000_000, S)));
        assertThat(TestWords.reader().read(ScenarioWriter.write(read), "more.yaml", folder))
                .isEqualTo(read);
    }

    @Test
    void jsonIsTheSameTree() throws ScenarioException {
        ScenarioReader reader = TestWords.reader();
        Scenario yaml =
                reader.read("sonde: 1\npeople:\n  - {id: ann, joins: 1s}\n", "a", Path.of(""));
        Scenario json = reader.read(
                "{\"sonde\": 1, \"people\": [{\"id\": \"ann\", \"joins\": \"1s\"}]}",
                "a",
                Path.of(""));

        assertThat(json).isEqualTo(yaml);
    }
}
