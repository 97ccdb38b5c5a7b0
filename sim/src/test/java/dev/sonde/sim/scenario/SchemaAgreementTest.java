package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/** The schema accepts what the reader accepts, and refuses what breaks the shape of a file. */
final class SchemaAgreementTest {

    private static final String START = "sonde: 1\npeople: [{id: ann}, {id: bob}]\n";

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.any();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void everyWrittenScenarioFitsTheSchema(@ForAll("scenarios") Scenario scenario)
            throws IOException {
        String text = ScenarioWriter.write(scenario);

        assertThat(Holder.SCHEMA.validate(TestTrees.json(text), InputFormat.JSON))
                .as(text)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "until: 120",
                "until: 120sec",
                "seed: \"7\"",
                "seed: 7.5",
                "peopel: []",
                "lobby: [fifo]",
                "lobby: {probe: {timeot: 3s}}",
                "lobby: {matchmaker: {group-size: 1}}",
                "lobby: {matchmaker: fif}",
                "lobby: {matchmaker: {fallback-to-fifo: \"yes\"}}",
                "network: {wire: bytes}",
                "network: {profiles: {home: {nat: symetric}}}",
                "network: {profiles: {home: {nat: {mapping: address-dependent}}}}",
                "network: {turn: maybe}",
                "network: {paths: [{between: [ann, bob]}]}",
                "network: {paths: [{from: ann, delay: 1ms}]}",
                "faults: [{at: 1s, disconect: ann}]",
                "faults: [{disconnect: ann}]",
                "faults: [{at: 1s, freeze: ann, die: bob, for: 1s}]",
                "faults: [{storm: {to: 4s, kinds: [rain], rate: 1/s}}]",
                "faults: [{storm: {to: 4s, kinds: [die], rate: 1}}]",
                "faults: [{at: 1s, crash: ann}]",
                "explore: {lateness: 50ms}",
                "explore: {grid: [sonest]}",
                "goals: {probes.count: minimize}",
                "goals: {probes.number: minimise}",
                "expect: {verdict: good}",
                "expect: {verdict: violated, claim: BothReddy}",
                "expect: {metrics: {probes.count: \"2\"}}",
                "limits: {events: many}",
                "limits: {events: -1}"
            })
    void bothRefuseWhatBreaksTheShape(String line) throws IOException {
        String text = START + line + "\n";

        assertThat(Holder.SCHEMA.validate(TestTrees.json(text), InputFormat.JSON))
                .isNotEmpty();
        assertThat(isRead(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "until: 1.5h",
                "limits: {events: 50M}",
                "limits: {events: 1000}",
                "lobby: {matchmaker: fifo}",
                "lobby: {matchmaker: my.own.Matchmaker}",
                "network: {turn: on}",
                "network: {turn: {rtt: 30ms}}",
                "network: {profiles: {home: {nat: symmetric, udp: blocked, setup: 1ms..2ms}}}",
                "faults: [{drop: probe_ready, from: ann}, {drop: probe_signal, type: offer}]",
                "faults: [{at: 1s, partition: media, between: [ann, bob], for: 3s}]",
                "expect: {metrics: {signals.bytes: \"< 64KiB\", share.matched: \">=95%\"}}",
                "goals: {share.matched: maximise}"
            })
    void bothTakeWhatIsRight(String line) throws IOException {
        String text = START + line + "\n";

        assertThat(Holder.SCHEMA.validate(TestTrees.json(text), InputFormat.JSON))
                .isEmpty();
        assertThat(isRead(text)).isTrue();
    }

    private static boolean isRead(String text) {
        try {
            TestWords.reader().read(text, "s.yaml", Path.of(""));
            return true;
        } catch (ScenarioException e) {
            return false;
        }
    }

    /** Made once: generating it takes longer than all of its uses. */
    private static final class Holder {

        private static final Schema SCHEMA = schema();

        private static Schema schema() {
            try {
                return PublishedFilesTest.schema(TestWords.VOCABULARY);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
