package dev.sonde.sim;

import dev.sonde.sim.network.Presets;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.scenario.Vocabulary;

import java.util.List;
import java.util.stream.Stream;

/** The words of the WebRTC probe that its scenarios may use. */
public final class Expecting {

    private Expecting() {}

    /** All words of other parts that a scenario may use. */
    public static Vocabulary vocabulary() {
        List<Vocabulary.Word> behaviours = Stream.of(Behaviour.values())
                .map(behaviour -> new Vocabulary.Word(behaviour.wireName(), behaviour.doc()))
                .toList();
        List<Vocabulary.Word> presets = Presets.all().stream()
                .map(preset -> new Vocabulary.Word(preset.name(), preset.reason()))
                .toList();
        List<Vocabulary.Word> claims = Oracle.claimNames().stream()
                .map(name -> new Vocabulary.Word(name, ClaimWords.meaning(name)))
                .toList();
        return new Vocabulary(behaviours, presets, claims, ScenarioWords.metrics(ProbeMetrics.ALL));
    }
}
