package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.SeededChoices;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for a failure of certain claims in several scenarios, one schedule of each by turns, and
 * says how long that took. Other failures count for nothing.
 */
public final class Search {

    private final List<Turn> turns = new ArrayList<>();
    private final Set<String> claims;

    /** One scenario, how it is explored, and in which of its worlds that is. */
    private static final class Turn {

        private final Runner runner;
        private final Strategy strategy;
        private long seed;

        Turn(Runner runner, Strategy strategy) {
            this.runner = runner;
            this.strategy = strategy;
        }

        Attempt run() {
            Attempt attempt = runner.run(seed, strategy.next(new SeededChoices(seed)), true);
            strategy.ended(attempt);
            if (strategy.isDoneWithWorld()) {
                seed++;
            }
            return attempt;
        }
    }

    /**
     * The failure that was looked for.
     *
     * @param schedules how many were run, this one included
     * @param turn in which of the scenarios it was, counted from 0
     * @param seed of its world
     * @param claim that is violated
     * @param isFirst true if nothing was wrong before
     */
    public record Found(long schedules, int turn, long seed, String claim, boolean isFirst) {}

    /** @param claims one of these is to be violated */
    public Search(Set<String> claims) {
        this.claims = claims;
    }

    /** Adds a scenario. */
    public void in(Runner runner, Strategy strategy) {
        turns.add(new Turn(runner, strategy));
    }

    /**
     * Searches the worlds of the seeds from {@code firstSeed} on, those of each scenario anew.
     *
     * @param most schedules to run
     * @return null if none of them failed like this
     */
    public @Nullable Found first(long firstSeed, long most) {
        turns.forEach(turn -> turn.seed = firstSeed);
        for (long schedule = 0; schedule < most; schedule++) {
            int which = (int) (schedule % turns.size());
            Turn turn = turns.get(which);
            long seed = turn.seed;
            Attempt attempt = turn.run();
            for (Attempt.Failure failure : attempt.failures()) {
                String claim = failure.claim();
                if (claims.contains(claim)) {
                    boolean isFirst = attempt.failure(claim) != null;
                    return new Found(schedule + 1, which, seed, claim, isFirst);
                }
            }
        }
        return null;
    }
}
