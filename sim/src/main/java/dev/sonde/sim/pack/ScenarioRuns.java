package dev.sonde.sim.pack;

import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioWriter;
import dev.sonde.sim.scenario.ScheduleSection;

/**
 * A scenario as explorers see it: how it is written as a file, which is the same for all packs. How
 * it is run, and what a seed adds to it, is the pack's.
 */
public abstract class ScenarioRuns implements Explored {

    private final Scenario scenario;

    protected ScenarioRuns(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The scenario with the faults and habits that exploration draws from this seed. */
    protected abstract Scenario added(long seed);

    /** What the file itself chooses of the order is no part of what is explored. */
    protected final Scenario written(long seed, boolean adds) {
        Scenario played = adds ? added(seed) : scenario;
        return played.withSeed(seed).withSchedule(ScheduleSection.OF_TIME);
    }

    @Override
    public final String name() {
        return scenario.name();
    }

    @Override
    public final String text(long seed) {
        return ScenarioWriter.write(written(seed, true));
    }

    @Override
    public final String json(long seed, boolean adds) {
        return ScenarioWriter.json(written(seed, adds));
    }
}
