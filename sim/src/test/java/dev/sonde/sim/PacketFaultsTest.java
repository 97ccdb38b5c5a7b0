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

/** Faults of single datagrams and of NATs: each is seen in the trace when it is delivered. */
final class PacketFaultsTest {

    private static final String PAIR = Scenes.PAIR
            + Scenes.LIMIT.replace("network: {", "network: {detail: packet, turn: {rtt: 10ms}, ");

    /** Behind symmetric NATs, so that only the relay connects them. */
    private static final String RELAYED = PAIR.replace(
                    "network: {",
                    "network: {profiles: {home: {to-server: delay 5ms, nat: symmetric}}, ")
            .replace("fibre", "home");

    private static RunResult with(String scenario, String fault) {
        return Scenes.run(scenario + "faults: [{" + fault + "}]\n");
    }

    private static List<String> faults(RunResult run) {
        return Scenes.said(run, TraceEntry.Kind.FAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lose: check, from: ann, to: bob, nth: 1"
                        + " | lose check from ann to bob, number 1",
                "lose: check, from: bob, nth: 2 | lose check from bob, number 2",
                "lose: check, nth: 3 | lose check, number 3",
                "lose: check-answer, to: ann, nth: 1 | lose check-answer to ann, number 1",
                "lose: stun, from: ann, nth: 1 | lose stun from ann, number 1",
                "lose: stun, to: ann, nth: 1 | lose stun to ann, number 1",
                "lose: turn, from: bob, nth: 2 | lose turn from bob, number 2",
                "lose: permission, from: ann, nth: 1 | lose permission from ann, number 1",
                "lose: dtls, from: ann, nth: 1 | lose dtls from ann, number 1",
                "lose: sctp, to: bob, nth: 2 | lose sctp to bob, number 2",
                "lose: ping, nth: 1 | lose ping, number 1",
                "lose: pong, from: ann, nth: 1 | lose pong from ann, number 1",
                "lose: any, from: ann, to: bob, nth: 7 | lose any from ann to bob, number 7"
            })
    void oneThatIsCountedIsLostOnceAndTheTraceSaysSo(String fault, String words) {
        RunResult run = with(PAIR, fault);

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.faultsWithoutEffect()).isEmpty();
        assertThat(faults(run)).containsExactly(words);
        assertThat(run.trace().digest()).isNotEqualTo(Scenes.run(PAIR).trace().digest());
        assertThat(run.matches()).hasSize(1);
    }

    @Test
    void whatOnlyTheRelayCarriesIsLostOverTheRelayOnly() {
        RunResult direct = with(PAIR, "lose: any, over: relay");
        RunResult relayed = with(RELAYED, "lose: any, over: relay");

        assertThat(direct.probes()).extracting("outcome").containsExactly("complete");
        assertThat(relayed.probes().get(0).outcome()).isEqualTo("reported-failure");
        assertThat(relayed.faultsWithoutEffect()).isEmpty();
    }

    @Test
    void withoutWhatGoesDirectlyTheRelayIsUsed() {
        RunResult run = with(PAIR, "lose: any, over: direct");

        assertThat(run.probes().get(0).candidateType()).isEqualTo("relay");
    }

    @Test
    void oneDirectionAloneStopsTheOther() {
        RunResult run = with(PAIR, "lose: check, from: ann, for: 20s");

        assertThat(run.probes().get(0).outcome()).isEqualTo("reported-failure");
        assertThat(faults(run)).containsOnly("lose check from ann");
    }

    @Test
    void aWindowBeginsAndEndsWhenItSays() {
        RunResult run = with(PAIR, "at: 1s, lose: ping, for: 500ms");

        assertThat(run.trace().entries())
                .filteredOn(entry -> entry.kind() == TraceEntry.Kind.FAULT)
                .isNotEmpty()
                .allMatch(entry ->
                        entry.atNanos() >= 1_000_000_000L && entry.atNanos() < 1_500_000_000L);
    }

    @Test
    void aNatThatForgetsInMidProbeEndsIt() {
        RunResult run = with(PAIR, "at: 900ms, rebind: ann");

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.faultsWithoutEffect()).isEmpty();
        assertThat(faults(run)).containsExactly("rebind of ann at 900ms");
        assertThat(run.trace().digest()).isNotEqualTo(Scenes.run(PAIR).trace().digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lose: check, nth: 1000",
                "at: 29s, lose: any",
                "lose: turn, from: ann, nth: 900",
                "at: 1ms, rebind: ann",
                "at: 900ms, rebind: ann, nat: carrier",
                "at: 29s, duplicate-spike: ann, for: 500ms",
                "at: 0s, duplicate-spike: ann, share: 0%, for: 20s",
                "at: 29s, reorder-spike: ann, for: 500ms",
                "at: 0s, reorder-spike: ann, share: 0%, for: 20s",
                "at: 0s, reorder-spike: ann, by: 1ms, share: 1%, for: 1ms"
            })
    void whatNeverTakesEffectIsListed(String fault) {
        assertThat(with(PAIR, fault).faultsWithoutEffect()).hasSize(1);
    }

    @Test
    void whatArrivesTwiceIsMeasuredOnce() {
        RunResult plain = Scenes.run(PAIR);
        RunResult run = with(PAIR, "at: 0s, duplicate-spike: ann, for: 20s");

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.faultsWithoutEffect()).isEmpty();
        assertThat(faults(run)).containsExactly("duplicate-spike of ann at 0ms");
        assertThat(run.events()).isGreaterThan(plain.events() + 20);
        assertThat(run.matches()).hasSize(1);
        assertThat(run.probes()).extracting("outcome").containsExactly("complete");
    }

    @Test
    void whatIsHeldBackIsOvertakenAndMeasuresMore() {
        RunResult plain = Scenes.run(PAIR);
        RunResult run = with(PAIR, "at: 0s, reorder-spike: ann, by: 15ms, for: 20s");

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(run.faultsWithoutEffect()).isEmpty();
        assertThat(run.probes().get(0).rttMillis())
                .isGreaterThan(plain.probes().get(0).rttMillis())
                .isLessThanOrEqualTo(plain.probes().get(0).rttMillis() + 31);
    }

    @Test
    void stormsDrawPacketsThatAreLostAndNatsThatForget() {
        String storm = "storm: {from: 0s, to: 3s, kinds: [lose, rebind], rate: 8/s}";
        RunResult run = with(PAIR, storm);

        assertThat(run.verdict()).isEqualTo(Verdict.HELD);
        assertThat(faults(run)).anyMatch(words -> words.startsWith("lose "));
        assertThat(faults(run)).anyMatch(words -> words.matches("rebind of \\w+ at \\d+ms"));
        assertThat(with(PAIR, storm).trace().digest()).isEqualTo(run.trace().digest());
    }
}
