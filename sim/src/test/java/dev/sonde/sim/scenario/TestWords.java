package dev.sonde.sim.scenario;

import java.util.Collections;
import java.util.List;

/** A vocabulary that does not change when the rest of the bench does. */
final class TestWords {

    static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    new Vocabulary.Word("honest", "The client that exists."),
                    new Vocabulary.Word("double-ready", "Says ready twice.")),
            List.of(
                    new Vocabulary.Word("fibre", "Delay 5 ms."),
                    new Vocabulary.Word("cable", "Delay 12 ms."),
                    new Vocabulary.Word("dsl", "Delay 20 ms.")),
            List.of(
                    new Vocabulary.Word("BothReady", "No start before both are ready."),
                    new Vocabulary.Word("NoLeak", "Nothing is left over.")),
            List.of(
                    new Vocabulary.Metric(
                            "time-to-match.p95", Bound.Unit.DURATION, "Time to match."),
                    new Vocabulary.Metric("matched-rtt.p90", Bound.Unit.DURATION, "RTT."),
                    new Vocabulary.Metric("share.matched", Bound.Unit.SHARE, "Who matched."),
                    new Vocabulary.Metric("probes.count", Bound.Unit.NUMBER, "Probes."),
                    new Vocabulary.Metric("signals.bytes", Bound.Unit.SIZE, "Signals.")));

    private TestWords() {}

    /** Knows one protocol, with these words. */
    static ScenarioReader reader() {
        return new ScenarioReader(Collections.singletonMap(Scenario.WEBRTC_PROBE, VOCABULARY));
    }
}
