package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every schedule whose instants are on the grid, each state only once: depth first, with the
 * digests of the states that were seen. A run that comes to one of them stops; the next one repeats
 * its choices from the start up to the last one with an option left.
 *
 * <p>Faults that may strike at any moment are choices as well. All other chance is a constant of
 * the seed.
 */
public final class Exhaustive implements Strategy {

    private final Grid grid;
    private final long mostStates;
    private final ChoiceStack choices = new ChoiceStack();
    private final StateSet seen = new StateSet();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();
    private final Depth schedule;
    private final long[] digest = new long[2];
    private String bounds = "";
    private long revisits;
    private long ends;
    private @Nullable Witness last;
    private boolean isOver;
    private boolean isFull;
    private boolean isCut;

    /**
     * The shortest run so far that violates a claim.
     *
     * @param choices which option was taken, choice by choice; see {@link #replay}
     */
    public record Witness(List<Integer> choices) {}

    /**
     * @param grid instants in between are left out: they cannot be counted
     * @param mostStates when to give up; each takes up to 48 bytes
     */
    public Exhaustive(Grid grid, long mostStates) {
        this.grid = new Grid(grid.soonest() || !grid.latest(), false, grid.latest());
        this.mostStates = mostStates;
        this.schedule = new Depth(this.grid);
    }

    @Override
    public Schedule next(Choices ofTheSeed) {
        choices.rewind();
        return schedule;
    }

    @Override
    public void ended(Attempt attempt) {
        if (attempt.end() == Attempt.End.LIMIT) {
            isCut = true;
        } else if (attempt.end() != Attempt.End.STOPPED) {
            ends++;
        }
        last = attempt.failures().isEmpty() ? null : new Witness(choices.copy());
        for (Attempt.Failure failure : attempt.failures()) {
            Witness before = witnesses.get(failure.claim());
            if (last != null && (before == null || before.choices().size() > choices.depth())) {
                witnesses.put(failure.claim(), last);
            }
        }
        isOver = isFull || !choices.advance();
    }

    @Override
    public @Nullable Schedule again() {
        return last == null ? null : replay(grid, last);
    }

    @Override
    public boolean isDoneWithWorld() {
        return isOver;
    }

    @Override
    public boolean isExhausted() {
        return isOver;
    }

    /** True if nothing within the bounds is left to see. */
    public boolean isComplete() {
        return isOver && !isFull && !isCut;
    }

    @Override
    public Coverage coverage() {
        String cut = isFull
                ? "stopped at " + seen.size() + " states, and there are more; within "
                : isCut ? "a limit of the scenario cut runs short; within " : "";
        return new Coverage(seen.size(), isComplete(), cut + "grid " + grid + bounds);
    }

    /** Different states at which there was something to choose. */
    public long states() {
        return seen.size();
    }

    /** How often a run came to a state that had been seen, and stopped. */
    public long revisits() {
        return revisits;
    }

    /** Runs that went to their end. */
    public long ends() {
        return ends;
    }

    /** For each violated claim, the shortest run that was found. */
    public Map<String, Witness> witnesses() {
        return witnesses;
    }

    /** A schedule that makes the choices of a witness again, and then takes first options. */
    public static Schedule replay(Grid grid, Witness witness) {
        return new ChosenSchedule(grid) {

            private int next;

            @Override
            int choose(int options) {
                return next < witness.choices().size() ? witness.choices().get(next++) : 0;
            }

            @Override
            boolean goesOn(LiveState now) {
                return true;
            }
        };
    }

    /** Goes on with the first option at new states, and stops at known ones. */
    private final class Depth extends ChosenSchedule {

        Depth(Grid grid) {
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
            bounds = now.bounds();
            isFull = seen.size() >= mostStates;
            return !isFull;
        }
    }
}
