package dev.sonde.sim.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.Vocabulary;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class PacksTest {

    private static final Packs PACKS = Packs.ON_CLASS_PATH;
    private static final String RELAYED = """
            sonde: 1
            protocol: relay-ping
            lobby: {matchmaker: {type: fifo, max-p2p-rtt: 100ms}}
            people: [{id: ann}, {id: bob}]
            """;

    /** A pack that somebody else has written, and that runs nothing. */
    private record Foreign(String name) implements ProtocolPack {

        @Override
        public String meaning() {
            return "Nothing.";
        }

        @Override
        public Vocabulary vocabulary() {
            return Vocabulary.OPEN;
        }

        @Override
        public List<Metric> metrics() {
            return List.of();
        }

        @Override
        public Prepared prepared(Scenario scenario) throws PackException {
            throw new PackException("not here");
        }
    }

    private static Scenario read(Packs packs, String text) throws ScenarioException {
        return packs.reader().read(text, "its.yaml", Path.of(""));
    }

    @Test
    void packsAreFoundAndTheWebRtcProbeIsWhatAScenarioIsForThatNamesNone() throws Exception {
        assertThat(PACKS.names()).containsExactly(Scenario.WEBRTC_PROBE, "relay-ping");
        assertThat(read(PACKS, "sonde: 1\npeople: [{id: ann}]\n").protocol())
                .isEqualTo(Scenario.WEBRTC_PROBE);
        for (String name : PACKS.names()) {
            assertThat(PACKS.named(name).meaning()).isNotBlank();
            assertThat(PACKS.named(name).metrics()).isNotEmpty();
        }
    }

    @Test
    void unknownProtocolIsAnErrorWithItsPlaceTheNearestNameAndAllNames() {
        assertThatThrownBy(() -> read(PACKS, RELAYED.replace("relay-ping", "relay-pong")))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("""
                        its.yaml:2:11: there is no protocol 'relay-pong'
                            protocol: relay-pong
                                      ^
                            did you mean 'relay-ping'? known are: webrtc-probe, relay-ping""");
        assertThatThrownBy(() -> PACKS.named("relay-pong"))
                .isInstanceOf(PackException.class)
                .hasMessage("no protocol is called 'relay-pong'; did you mean 'relay-ping'?"
                        + " known are: webrtc-probe, relay-ping");
    }

    @Test
    void wordsAreThoseOfTheProtocolThatTheScenarioNames() throws Exception {
        String claim = "expect: {verdict: violated, claim: TwoHalves}\n";

        assertThat(read(PACKS, RELAYED + claim).expect().claim()).isEqualTo("TwoHalves");
        assertThatThrownBy(() -> read(PACKS, "sonde: 1\npeople: [{id: ann}]\n" + claim))
                .hasMessageContaining("there is no claim 'TwoHalves'");
        String forged = RELAYED.replace("{id: bob}", "{id: bob, behaviour: forger}");
        assertThatThrownBy(() -> read(PACKS, forged))
                .hasMessageContaining("there is no behaviour 'forger'");
    }

    /** Goal: a sweep may vary the protocol, so that two are compared on the same people. */
    @Test
    void protocolOfAScenarioCanBeVaried() throws Exception {
        Scenario relayed = read(PACKS, RELAYED);

        assertThat(PACKS.reader()
                        .with(relayed, Map.of("protocol", Scenario.WEBRTC_PROBE))
                        .protocol())
                .isEqualTo(Scenario.WEBRTC_PROBE);
    }

    @Test
    void anotherPackTakesThePlaceOfTheOneOfItsName() throws Exception {
        Packs others = PACKS.with(new Foreign("relay-ping")).with(new Foreign("foreign"));

        assertThat(others.names()).containsExactly(Scenario.WEBRTC_PROBE, "relay-ping", "foreign");
        assertThatThrownBy(() -> others.prepared(read(PACKS, RELAYED))).hasMessage("not here");
    }
}
