package dev.sonde.sim;

import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.network.Presets;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.pack.Prepared;
import dev.sonde.sim.pack.ProtocolPack;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.RunWish;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Vocabulary;
import dev.sonde.sim.trace.Story;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The WebRTC probe as a pack: what scenarios are for that name no protocol. */
public final class WebRtcPack implements ProtocolPack {

    private final UnderTest tested;

    /** With the coordinators and matchmakers of the class path. */
    public WebRtcPack() {
        this(UnderTest.ON_CLASS_PATH);
    }

    /** @param tested where coordinators and matchmakers are looked for */
    public WebRtcPack(UnderTest tested) {
        this.tested = tested;
    }

    @Override
    public String name() {
        return Scenario.WEBRTC_PROBE;
    }

    @Override
    public String meaning() {
        return "A WebRTC data channel between the two, over which they ping each other.";
    }

    @Override
    public Vocabulary vocabulary() {
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

    @Override
    public List<Metric> metrics() {
        return ProbeMetrics.ALL;
    }

    @Override
    public Prepared prepared(Scenario scenario) throws PackException {
        try {
            return new Ready(new Blueprint(scenario, tested));
        } catch (UnderTestException e) {
            throw new PackException(String.valueOf(e.getMessage()), e);
        }
    }

    private record Ready(Blueprint blueprint) implements Prepared {

        @Override
        public RunResult run(RunWish wish, Pulse pulse) throws PackException {
            Steering steering =
                    wish.schedule() == null ? null : new Steering(wish.schedule(), false);
            RunOptions options = new RunOptions(
                    wish.seed(), wish.recordsTrace(), steering, wish.asksForMost(), wish.aside());
            try {
                return new Simulation(blueprint).run(options, pulse);
            } catch (PopulationException e) {
                throw new PackException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public Explored explored(Supplier<Pulse> pulses) {
            return new ScheduledRuns(blueprint, pulses);
        }

        @Override
        public boolean hasComparableStates() {
            return blueprint.scenario.network().detail() == NetworkSection.Detail.FLOW;
        }

        @Override
        public Story story(RunResult run, long upToEvent, int mostSteps) {
            return StoryTeller.upTo(upToEvent, run, mostSteps);
        }

        @Override
        public String diagram(RunResult run, String claim) {
            return SequenceDiagram.of(run, claim);
        }
    }
}
