package dev.sonde.sim;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.ScenarioRuns;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.state.StateDigest;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/** A scenario as explorers see it. */
final class ScheduledRuns extends ScenarioRuns {

    private final Blueprint blueprint;
    private final Supplier<Pulse> pulses;

    /** @param pulses of the runners, each on its thread */
    ScheduledRuns(Blueprint blueprint, Supplier<Pulse> pulses) {
        super(blueprint.scenario);
        this.blueprint = blueprint;
        this.pulses = pulses;
    }

    @Override
    protected Scenario added(long seed) {
        return blueprint.swarm().added(seed);
    }

    @Override
    public Told told(long seed, Schedule schedule, boolean adds) {
        Decisions decisions = new Decisions();
        OneThread runner = new OneThread(blueprint, pulses.get());
        Attempt attempt = runner.run(seed, runner.steering(schedule, adds, decisions));
        Scenario scenario = decisions.in(written(seed, adds));
        return new Told(attempt, new ScheduledRuns(blueprint.with(scenario), pulses));
    }

    @Override
    public Explored countable() {
        return new ScheduledRuns(blueprint.countable(), pulses);
    }

    @Override
    public Runner runner() {
        return new OneThread(blueprint, pulses.get());
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

        private final Pulse pulse;
        private final StateDigest states;

        OneThread(Blueprint blueprint, Pulse pulse) {
            this.blueprint = blueprint;
            this.pulse = pulse;
            this.states = new StateDigest(NoState.of(blueprint));
        }

        @Override
        public Attempt run(long seed, Schedule schedule, boolean adds) {
            return run(seed, steering(schedule, adds, null));
        }

        Steering steering(Schedule schedule, boolean adds, @Nullable Decisions decisions) {
            return new Steering(schedule, adds, states, decisions);
        }

        Attempt run(long seed, Steering steering) {
            RunOptions options = new RunOptions(seed, false, steering);
            try {
                return Simulation.attempt(blueprint, options, reached, pulse);
            } catch (PopulationException e) {
                throw new IllegalStateException(
                        "two people of the scenario have one id, which a plain run shows", e);
            } finally {
                pulse.ends();
            }
        }

        @Override
        public SortedMap<String, Long> takeReached() {
            return reached.take();
        }

        @Override
        public long pulse() {
            return pulse.next();
        }
    }
}
