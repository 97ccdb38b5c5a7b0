package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Schedule;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every schedule of a scenario whose instants are on the grid, each state only once: depth first,
 * with the digests of the states that were seen. A run that comes to one of them stops; the next
 * one repeats its choices from the start up to the last one with an option left.
 */
public final class ExhaustiveSearch {

    private final Grid grid;
    private final long seed;
    private final long mostStates;
    private final ChoiceStack choices = new ChoiceStack();
    private final StateSet seen = new StateSet();
    private final Map<String, Coverage.Found> found = new LinkedHashMap<>();
    private final long[] digest = new long[2];
    private long revisits;
    private long ends;
    private long events;
    private int deepest;
    private boolean isFull;
    private boolean isCut;

    /**
     * @param seed of everything that is not chosen, the same in all runs
     * @param mostStates when to give up; each takes about 32 bytes
     * @throws IllegalArgumentException if the grid has an instant that can't be enumerated
     */
    public ExhaustiveSearch(Grid grid, long seed, long mostStates) {
        if (grid.between()) {
            throw new IllegalArgumentException("not every instant between two can be tried;"
                    + " an exhaustive search needs a grid of soonest and latest");
        }
        this.grid = grid;
        this.seed = seed;
        this.mostStates = mostStates;
    }

    /** Searches until nothing is left or there are too many states; once. */
    public Coverage run(Explored explored) {
        Runner runner = explored.runner();
        Schedule schedule = new Depth();
        boolean hasNext = true;
        while (hasNext && !isFull) {
            choices.rewind();
            took(runner.run(seed, schedule, false));
            hasNext = choices.advance();
        }
        Coverage.End end = isFull
                ? Coverage.End.TOO_MANY_STATES
                : isCut ? Coverage.End.LIMIT : Coverage.End.COMPLETE;
        return new Coverage(
                end, grid, seen.size(), revisits, ends, events, deepest, Map.copyOf(found));
    }

    /** The same run again: a schedule that makes these choices, then always the first option. */
    public static Schedule replay(Grid grid, Coverage.Choices choices) {
        return new ChosenSchedule(grid) {

            private int next;

            @Override
            int choose(int options) {
                return next < choices.chosen().length ? choices.chosen()[next++] : 0;
            }

            @Override
            boolean goesOn(LiveState now) {
                return true;
            }
        };
    }

    private void took(Attempt attempt) {
        events += attempt.events();
        deepest = Math.max(deepest, choices.depth());
        if (attempt.end() == Attempt.End.LIMIT) {
            isCut = true;
        } else if (attempt.end() != Attempt.End.STOPPED) {
            ends++;
        }
        Attempt.Failure failure = attempt.failure();
        if (failure != null) {
            Coverage.Found before = found.get(failure.claim());
            boolean isShorter =
                    before == null || choices.depth() < before.choices().chosen().length;
            Coverage.Choices now = new Coverage.Choices(choices.copy());
            found.put(
                    failure.claim(),
                    new Coverage.Found(
                            isShorter ? failure : before.failure(),
                            isShorter ? now : before.choices(),
                            before == null ? 1 : before.times() + 1));
        }
    }

    /** Goes on with the first option at new states, and stops at known ones. */
    private final class Depth extends ChosenSchedule {

        Depth() {
            super(grid);
        }

        @Override
        int choose(int options) {
            return choices.choose(options);
        }

        @Override
        boolean goesOn(LiveState now) {
            if (choices.isRepeating()) {
                return true;
            }
            if (now.isViolated()) {
                return false;
            }
            now.digest(digest);
            if (!seen.add(digest[0], digest[1])) {
                revisits++;
                return false;
            }
            isFull = seen.size() >= mostStates;
            return !isFull;
        }
    }
}
