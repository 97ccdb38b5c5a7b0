package dev.sonde.sim.testing;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Build;
import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Strategy;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.trace.Decimals;

/** One scenario under many schedules, and what a test says of all of them together. */
final class Schedules {

    private static final int CHUNK = 16;

    private final Bench bench;
    private final String strategy;
    private final int most;
    private final long firstSeed;

    /**
     * @param strategy by its name
     * @param most how many, at least 1; a systematic strategy may have less
     * @param firstSeed of the first schedule; each further one has the next
     * @throws IllegalArgumentException if there is no such strategy, or it cannot do the scenario
     */
    Schedules(Bench bench, String strategy, int most, long firstSeed) {
        if (!Strategies.names().contains(strategy)) {
            throw new IllegalArgumentException("no strategy is called '" + strategy
                    + "'; there are " + String.join(", ", Strategies.names()));
        }
        boolean packets = bench.scenario().network().detail() == NetworkSection.Detail.PACKET;
        if (packets && Strategies.countsStates(strategy)) {
            throw new IllegalArgumentException(bench.scenario().name() + ": " + strategy
                    + " cannot compare states with packets on their way; choose another strategy,"
                    + " or network: {detail: flow}");
        }
        this.bench = bench;
        this.strategy = strategy;
        this.most = most;
        this.firstSeed = firstSeed;
    }

    @Override
    public String toString() {
        return bench.scenario().name() + ", " + most + " schedules of " + strategy;
    }

    /**
     * Whatever the scenario expects came true: without a word, that no schedule violates a claim.
     */
    void asExpected() {
        Explored explored = explored();
        Expected expected = ScenarioWords.expected(bench.scenario());
        Tally tally = tally(explored, expected);
        if (!expected.isMetBy(tally.found().keySet())) {
            throw new ScenarioFailure(
                    tally.found().isEmpty() ? missed(expected) : violated(explored, tally));
        }
        Long unfinished = tally.unfinishedSeed();
        if (expected.verdict() == Verdict.HELD && unfinished != null) {
            throw new ScenarioFailure(this + ": inconclusive: a limit of the scenario ended the run"
                    + " of seed " + unfinished);
        }
    }

    private Explored explored() {
        Explored explored = bench.simulation().explored();
        return Strategies.countsStates(strategy) ? explored.countable() : explored;
    }

    private Strategy strategy() {
        Grid grid = ScenarioWords.grid(bench.scenario());
        return Strategies.of(strategy, grid).get();
    }

    private boolean adds() {
        return !Strategies.isSystematic(strategy);
    }

    private Tally tally(Explored explored, Expected expected) {
        Exploration exploration = new Exploration(explored.runner(), strategy(), adds());
        Tally tally = new Tally();
        boolean isOver = false;
        for (long done = 0; done < most && !isOver; done += CHUNK) {
            Tally next = exploration.run(firstSeed + done, (int) Math.min(CHUNK, most - done));
            tally.add(next);
            boolean isEnough = expected.claim() == null
                    ? !tally.found().isEmpty()
                    : expected.isMetBy(tally.found().keySet());
            isOver = isEnough || next.schedules() == 0;
        }
        return tally;
    }

    private String missed(Expected expected) {
        String claim = expected.claim();
        return this + ": expected " + (claim == null ? "a claim" : claim)
                + " to be violated, but every claim held";
    }

    /** The first violation, and where it is kept. */
    private String violated(Explored explored, Tally tally) {
        Tally.Found found = tally.found().values().iterator().next();
        Attempt.Failure failure = found.failure();
        return this + ": " + failure.claim() + " is violated with seed " + found.seed()
                + " at event " + failure.event() + ", " + Decimals.millis(failure.atNanos())
                + " ms: " + failure.why() + evidence(explored, found);
    }

    private String evidence(Explored explored, Tally.Found found) {
        Schedule schedule = found.schedule() == null
                ? strategy().next(new SeededChoices(found.seed()))
                : found.schedule();
        try {
            return Evidence.write(
                    bench,
                    Capsule.of(
                            explored,
                            found.seed(),
                            schedule,
                            adds(),
                            found.failure().claim(),
                            Build.version()));
        } catch (CapsuleException e) {
            return "\nThere is no capsule: " + e.getMessage();
        }
    }
}
