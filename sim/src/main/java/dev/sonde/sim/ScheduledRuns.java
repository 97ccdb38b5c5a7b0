package dev.sonde.sim;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioWriter;
import dev.sonde.sim.scenario.ScheduleSection;
import dev.sonde.sim.state.StateDigest;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

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
        return ScenarioWriter.write(written(seed, true));
    }

    @Override
    public String json(long seed, boolean adds) {
        return ScenarioWriter.json(written(seed, adds));
    }

    /** What the file itself chooses of the order is no part of what is explored. */
    private Scenario written(long seed, boolean adds) {
        Scenario scenario = adds ? blueprint.swarm().added(seed) : blueprint.scenario;
        return scenario.withSeed(seed).withSchedule(ScheduleSection.OF_TIME);
    }

    @Override
    public Explored countable() {
        return new ScheduledRuns(blueprint.countable());
    }

    @Override
    public Runner runner() {
        return new OneThread(blueprint);
    }

    @Override
    public Set<String> declared() {
        return Reached.declared();
    }

    @Override
    public Map<String, String> exempt() {
        return Reached.EXEMPT;
    }

    private static final class OneThread implements Runner {

        private final Blueprint blueprint;
        private final Reached reached = new Reached();

        /** The kernel of the run that is going on. Other threads look at how far it has come. */
        private volatile @Nullable Kernel running;

        private final StateDigest states;

        OneThread(Blueprint blueprint) {
            this.blueprint = blueprint;
            this.states = new StateDigest(NoState.of(blueprint));
        }

        @Override
        public Attempt run(long seed, Schedule schedule, boolean adds) {
            RunOptions options = new RunOptions(seed, false, new Steering(schedule, adds, states));
            try {
                return Simulation.attempt(blueprint, options, reached, kernel -> running = kernel);
            } catch (PopulationException e) {
                throw new IllegalStateException(
                        "two people of the scenario have one id, which a plain run shows", e);
            } finally {
                running = null;
            }
        }

        @Override
        public SortedMap<String, Long> takeReached() {
            return reached.take();
        }

        @Override
        public long pulse() {
            Kernel kernel = running;
            return kernel == null ? 0 : kernel.events() + 1;
        }
    }
}
