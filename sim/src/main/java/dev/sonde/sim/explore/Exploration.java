package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

/**
 * The loop: a strategy chooses a schedule, the scenario is run under it, what came of it counts.
 */
public final class Exploration {

    private final Runner runner;
    private final Strategy strategy;
    private final boolean adds;
    private volatile long seed;

    /** @param adds true if each seed adds faults of its own to the scenario */
    public Exploration(Runner runner, Strategy strategy, boolean adds) {
        this.runner = runner;
        this.strategy = strategy;
        this.adds = adds;
    }

    /**
     * Runs the schedules of the seeds from {@code firstSeed} on, and stops early if the strategy
     * has nothing left.
     */
    public Tally run(long firstSeed, int count) {
        Tally tally = new Tally();
        for (int i = 0; i < count && !strategy.isExhausted(); i++) {
            seed = firstSeed + i;
            tally.add(firstSeed + i, attempt(firstSeed + i));
        }
        tally.addReached(runner.takeReached());
        return tally;
    }

    /** The seed of the run that is going on, or of the last one. Other threads may ask. */
    public long seed() {
        return seed;
    }

    private Attempt attempt(long ofSeed) {
        Schedule schedule = strategy.next(new SeededChoices(ofSeed));
        Attempt attempt = runner.run(ofSeed, schedule, adds);
        strategy.ended(attempt);
        return attempt;
    }
}
