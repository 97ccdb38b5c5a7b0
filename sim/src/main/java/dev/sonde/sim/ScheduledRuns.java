package dev.sonde.sim;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.oracle.ReachedLabels;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.ScenarioWriter;
import dev.sonde.sim.state.StateDigest;

import java.util.SortedMap;
import java.util.TreeMap;

/** A scenario as explorers see it. */
final class ScheduledRuns implements Explored {

    private final Blueprint blueprint;

    ScheduledRuns(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    @Override
    public String name() {
        return blueprint.scenario.name();
    }

    @Override
    public String text(long seed) {
        return ScenarioWriter.write(Swarm.added(blueprint.scenario, seed).withSeed(seed));
    }

    @Override
    public Runner runner() {
        return new OneThread(blueprint);
    }

    private static final class OneThread implements Runner {

        private final Blueprint blueprint;
        private final ReachedLabels reached = new ReachedLabels();
        private final StateDigest states;

        OneThread(Blueprint blueprint) {
            this.blueprint = blueprint;
            this.states = new StateDigest(NoState.of(blueprint));
        }

        @Override
        public Attempt run(long seed, Schedule schedule, boolean adds) {
            RunOptions options = new RunOptions(seed, false, new Steering(schedule, states, adds));
            try {
                return Simulation.attempt(blueprint, options, reached);
            } catch (PopulationException e) {
                throw new IllegalStateException(
                        "two people of the scenario have one id, which a plain run shows", e);
            }
        }

        @Override
        public SortedMap<String, Long> reached() {
            return new TreeMap<>(reached.counts());
        }
    }
}
