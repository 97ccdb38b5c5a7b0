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
            long seed = firstSeed + i;
            tally.add(seed, attempt(seed));
        }
        return tally;
    }

    private Attempt attempt(long seed) {
        Schedule schedule = strategy.next(new SeededChoices(seed));
        Attempt attempt = runner.run(seed, schedule, adds);
        strategy.ended(attempt);
        return attempt;
    }
}
