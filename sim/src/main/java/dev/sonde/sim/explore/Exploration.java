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
    private boolean begun;
    private volatile long seed;

    /** @param adds true if each seed adds faults of its own to the scenario */
    public Exploration(Runner runner, Strategy strategy, boolean adds) {
        this.runner = runner;
        this.strategy = strategy;
        this.adds = adds;
    }

    /**
     * Runs so many schedules, in the worlds of the seeds from {@code firstSeed} on: each in a world
     * of its own, or in the same one until a systematic strategy is done with it. Where nothing is
     * added to the scenario, one world is all there is to such a strategy.
     */
    public Tally run(long firstSeed, int count) {
        Tally tally = new Tally();
        for (int i = 0; i < count && !isOver(); i++) {
            if (!begun || strategy.isDoneWithWorld()) {
                seed = firstSeed + i;
            }
            begun = true;
            Attempt attempt = attempt();
            tally.add(seed, attempt, attempt.failure() == null ? null : strategy.again());
        }
        tally.addReached(runner.takeReached());
        return tally;
    }

    /** The seed of the run that is going on, or of the last one. Other threads may ask. */
    public long seed() {
        return seed;
    }

    private boolean isOver() {
        return !adds && strategy.isExhausted();
    }

    private Attempt attempt() {
        Schedule schedule = strategy.next(new SeededChoices(seed));
        Attempt attempt = runner.run(seed, schedule, adds);
        strategy.ended(attempt);
        return attempt;
    }
}
