package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.TraceEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Each kind of fault happens, changes the run, and is seen in the trace; idle ones are told. */
final class FaultsTest {

    private static final String PAIR = Scenes.PAIR + Scenes.LIMIT;

    /** One of them moves from its own network only through a relay, for faults of TURN. */
    private static final String RELAYED = Scenes.PAIR.replace("fibre", "office-udp-blocked")
            + Scenes.LIMIT.replace("network: {", "network: {turn: {rtt: 10ms}, ");

    private static RunResult with(String scenario, String fault) {
        return Scenes.run(scenario + "faults: [{" + fault + "}]\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop: signal, type: answer, from: bob | drop signal answer from bob, number 1",
                "drop: probe_ready, from: ann | drop probe_ready from ann, number 1",
                "delay: signal, type: offer, by: 800ms | delay signal offer, number 1",
                "repeat: probe_ready, from: bob | repeat probe_ready from bob, number 1",
                "repeat: probe_result, times: 3 | repeat probe_result, number 1",
                "repeat: disconnect, from: ann, after: 2s}, {at: 600ms, disconnect: ann,"
                        + " back-after: 1s | repeat disconnect from ann, number 1",
                "delay: disconnect, by: 2s}, {at: 600ms, disconnect: ann, back-after: 1s"
                        + " | delay disconnect, number 1",
                "at: 600ms, disconnect: ann, back-after: 1s | disconnect of ann at 600ms",
                "at: 600ms, disconnect: ann, back-after: 1s, notice: silent"
                        + " | disconnect of ann at 600ms",
                "at: 600ms, disconnect: ann, back-after: 1s, socket: overlapping"
                        + " | disconnect of ann at 600ms",
                "at: 600ms, disconnect: ann, back-after: 1s, page: new"
                        + " | disconnect of ann at 600ms",
                "at: 600ms, reload: bob | reload of bob at 600ms",
                "at: 600ms, leave: bob | leave of bob at 600ms",
                "at: 600ms, leave: bob, back-after: 2s | leave of bob at 600ms",
                "at: 600ms, forge: ann, message: leave | forge of ann at 600ms",
                "at: 200ms, forge: ann, message: join | forge of ann at 200ms",
                "at: 600ms, forge: ann, message: probe_connected | forge of ann at 600ms",
                "at: 600ms, forge: ann, message: probe_result, report: failure"
                        + " | forge of ann at 600ms",
                "at: 600ms, forge: ann, message: probe_result, probe: unknown"
                        + " | forge of ann at 600ms",
                "at: 600ms, forge: bob, message: signal, to: bob | forge of bob at 600ms",
                "at: 500ms, freeze: ann, for: 3s | freeze of ann at 500ms",
                "at: 400ms, slow-reader: ann, for: 2s | slow-reader of ann at 400ms",
                "at: 400ms, stall: ann, direction: out, for: 2s | stall of ann at 400ms",
                "at: 400ms, delay-spike: bob, by: 400ms, for: 3s | delay-spike of bob at 400ms",
                "at: 400ms, loss-spike: bob, for: 20s | loss-spike of bob at 400ms",
                "at: 400ms, partition: media, between: [ann, bob], for: 20s"
                        + " | partition of ann at 400ms",
                "at: 400ms, partition: signalling, of: ann, for: 2s | partition of ann at 400ms",
                "at: 450ms, crash: server | crash of server at 450ms",
                "at: 450ms, shutdown: server | shutdown of server at 450ms",
                "at: 450ms, clock-rate: ann, by: 40% | clock-rate of ann at 450ms",
                "at: 450ms, die: bob | die of bob at 450ms"
            })
    void itChangesTheRunAndIsSeenInTheTrace(String fault, String words) {
        RunResult without = Scenes.run(PAIR);
        RunResult run = with(PAIR, fault);

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.faultsWithoutEffect()).isEmpty();
        assertThat(Scenes.said(run, TraceEntry.Kind.FAULT)).contains(words);
        assertThat(withoutFaults(run)).isNotEqualTo(withoutFaults(without));
    }

    private static List<String> withoutFaults(RunResult run) {
        return run.trace().entries().stream()
                .filter(entry -> entry.kind() != TraceEntry.Kind.FAULT)
                .map(entry -> entry.atNanos() + run.trace().lexicon().label(entry.what()))
                .toList();
    }

    @Test
    void whileTheTurnServerIsDownNothingIsRelayed() {
        assertThat(Scenes.run(RELAYED).probes())
                .allMatch(probe -> probe.candidateType().equals("relay"));
        RunResult down = with(RELAYED, "at: 0s, turn-down: server, for: 25s");

        assertThat(down.verdict()).isEqualTo(Verdict.HELD);
        assertThat(down.faultsWithoutEffect()).isEmpty();
        assertThat(down.probes().get(0).outcome()).isEqualTo("reported-failure");
        assertThat(down.probes().get(1).candidateType()).isEqualTo("relay");
        assertThat(down.probes().get(1).createdNanos()).isGreaterThan(25_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop: signal, type: answer, from: ann",
                "delay: probe_ready, from: bob, by: 1s, nth: 50",
                "repeat: leave",
                "at: 100us, disconnect: bob, back-after: 1s",
                "at: 200ms, freeze: bob, for: 1s",
                "at: 200ms, leave: bob",
                "at: 200ms, forge: ann, message: probe_ready",
                "at: 600ms, forge: ann, message: probe_result, probe: foreign",
                "at: 600ms, forge: ann, message: probe_result, probe: former",
                "repeat: disconnect, from: ann",
                "at: 29s, stall: ann, for: 500ms",
                "at: 29s, slow-reader: ann, for: 500ms",
                "at: 29s, delay-spike: ann, by: 1s, for: 500ms",
                "at: 29s, loss-spike: ann, for: 500ms",
                "at: 400ms, loss-spike: ann, loss: 0%, for: 20s",
                "at: 29s, partition: media, between: [ann, bob], for: 500ms",
                "at: 29s, partition: both, of: ann, for: 500ms",
                "at: 29s, turn-down: server, for: 500ms",
                "at: 450ms, clock-rate: ann, by: 0%"
            })
    void whatNeverTakesEffectIsListed(String fault) {
        RunResult run = with(PAIR, fault);

        assertThat(run.faultsWithoutEffect()).hasSize(1);
        assertThat(run.trace().digest())
                .as("a rule without effect leaves no trace")
                .matches(digest -> fault.startsWith("at") || digest == digestWithout());
    }

    @Test
    void ofTwoEqualFaultsEachProvesItsOwnDelivery() {
        RunResult run = with(PAIR, "at: 600ms, leave: bob}, {at: 600ms, leave: bob");

        assertThat(run.faultsWithoutEffect()).containsExactly("leave of bob at 600ms");
    }

    @Test
    void aForgedResultOfAMemberEndsItsProbeLikeAnyOther() {
        RunResult run = with(PAIR, "at: 1100ms, forge: ann, message: probe_result, rtt: 70ms");

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.matches()).extracting("rttMillis").containsExactly(70.0);
    }

    private static long digestWithout() {
        return Scenes.run(PAIR).trace().digest();
    }

    @Test
    void aCrashBeginsALifeThatRemembersNothing() {
        RunResult run = with(PAIR, "at: 450ms, crash: server, back-after: 1s");

        assertThat(Scenes.said(run, TraceEntry.Kind.FAULT)).contains("server is up again");
        assertThat(run.matches()).hasSize(1);
        assertThat(run.matches().get(0).atNanos()).isGreaterThan(1_450_000_000L);
        assertThat(run.limitHit()).isNull();
    }

    @Test
    void aProbeThatTheCrashTookIsLostWithTheServer() {
        RunResult run = with(PAIR, "at: 900ms, crash: server, back-after: 1s");

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.probes().get(0).outcome()).isEqualTo("lost-with-server");
        assertThat(run.probes().get(run.probes().size() - 1).outcome()).isEqualTo("complete");
    }

    @Test
    void aShutdownEndsWhatWasBegunAndTellsWhoWaits() {
        RunResult run = with(PAIR, "at: 900ms, shutdown: server");

        assertThat(run.probes()).extracting("outcome").containsExactly("shutdown");
        assertThat(run.people()).extracting("end").containsOnly("shutdown");
        assertThat(run.matches()).isEmpty();
        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
    }

    @ParameterizedTest
    @CsvSource({"'limits: {events: 20}', events", "'limits: {simulated: 500ms}', simulated"})
    void aLimitMakesTheRunInconclusiveAndIsNamed(String limits, String name) {
        RunResult run = Scenes.run(PAIR + limits + "\n");

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.limitHit()).isEqualTo(name);
        assertThat(run.events() == 20 || run.simulatedNanos() <= 500_000_000L).isTrue();
    }

    @Test
    void whereNothingIsMeasuredSignsOfLifeDoNotKeepTheRunFromEnding() {
        RunResult run = Scenes.run(Scenes.PAIR + "lobby: {matchmaker: {type: fifo}}\n");

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.limitHit()).isNull();
        assertThat(run.probes()).isEmpty();
        assertThat(run.matches()).hasSize(1);
        assertThat(run.simulatedNanos()).isLessThan(120_000_000_000L);
    }
}
