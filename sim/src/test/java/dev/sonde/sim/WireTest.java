package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that cross as bytes give the same run as messages that cross as they are. */
final class WireTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "faults: [{drop: signal, type: answer, from: bob, nth: 1}]\n",
                "faults: [{at: 700ms, disconnect: ann, back-after: 500ms}]\n",
                "faults: [{at: 1s, stall: bob, for: 2s}]\n",
                "faults: [{at: 650ms, crash: server, back-after: 1s}]\n",
                "faults: [{storm: {from: 0s, to: 20s, kinds: [repeat, drop, reload], rate: 1/s}}]\n"
            })
    void encodedRunsAreTheSameRuns(String faults) {
        String pair = Scenes.PAIR + Scenes.LIMIT + faults;
        RunResult plain = Scenes.run(pair);
        RunResult encoded = Scenes.run(pair.replace("network: {", "network: {wire: encoded, "));

        assertThat(Scenes.text(encoded)).isEqualTo(Scenes.text(plain));
        assertThat(encoded.events()).isEqualTo(plain.events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"double-ready", "forger", "stranger", "double-failure", "spammer"})
    void whatBadClientsSayCrossesToo(String behaviour) {
        String pair = Scenes.PAIR.replace("id: bob,", "id: bob, behaviour: " + behaviour + ",")
                + Scenes.LIMIT;
        RunResult plain = Scenes.run(pair);
        RunResult encoded = Scenes.run(pair.replace("network: {", "network: {wire: encoded, "));

        assertThat(Scenes.text(encoded)).isEqualTo(Scenes.text(plain));
    }
}
