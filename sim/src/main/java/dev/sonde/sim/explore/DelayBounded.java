package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * All schedules that deviate from the default order at most so many times, each of them once, those
 * with fewer deviations first (Emmi, Qadeer and Rakamarić 2011, "Delay-bounded scheduling").
 *
 * <p>A decision is a step at which more than one event may run, or an instant of which the grid
 * leaves two. Taking another event than the default order, or the other instant, is one deviation.
 */
final class DelayBounded implements Strategy {

    private final int most;
    private final Grid grid;
    private final boolean hasInstants;
    private final boolean isEarly;
    private final Deque<Parent> parents = new ArrayDeque<>();

    private Script script = new Script(new int[0], new int[0]);
    private boolean begun;

    /**
     * @param most how many deviations a schedule may have
     * @param grid instants in between are left out: they cannot be counted
     */
    DelayBounded(int most, Grid grid) {
        this.most = most;
        this.grid = grid;
        this.hasInstants = grid.soonest() && grid.latest();
        this.isEarly = grid.soonest() || !grid.latest();
    }

    @Override
    public boolean isDoneWithWorld() {
        return isExhausted();
    }

    @Override
    public boolean isExhausted() {
        return begun && parents.isEmpty();
    }

    @Override
    public Schedule again() {
        return new Script(script.at, script.answers);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                0,
                isExhausted(),
                "at most " + most + (most == 1 ? " deviation" : " deviations")
                        + " from the default order, grid " + grid);
    }

    @Override
    public Schedule next(Choices choices) {
        begun = true;
        Parent parent = parents.peek();
        script = parent == null ? new Script(new int[0], new int[0]) : parent.child();
        return script;
    }

    @Override
    public void ended(Attempt attempt) {
        if (script.at.length < most) {
            parents.add(new Parent(script));
        }
        while (!parents.isEmpty() && !parents.element().hasChild()) {
            parents.remove();
        }
    }

    /** A run that may be deviated from further, and the next of its children. */
    private final class Parent {

        private final int[] at;
        private final int[] answers;

        /** How many answers each decision after the last deviation had. */
        private final char[] bounds;

        private int next;
        private int answer = 1;

        Parent(Script script) {
            at = script.at;
            answers = script.answers;
            bounds = Arrays.copyOfRange(script.bounds, firstFree(), script.decisions);
        }

        private int firstFree() {
            return at.length == 0 ? 0 : at[at.length - 1] + 1;
        }

        boolean hasChild() {
            return next < bounds.length;
        }

        Script child() {
            int last = at.length;
            int[] childAt = Arrays.copyOf(at, last + 1);
            int[] childAnswers = Arrays.copyOf(answers, last + 1);
            childAt[last] = firstFree() + next;
            childAnswers[last] = answer++;
            if (answer == bounds[next]) {
                next++;
                answer = 1;
            }
            return new Script(childAt, childAnswers);
        }
    }

    /** The default order but for some decisions; writes down all that there were. */
    private final class Script implements Schedule {

        private final int[] at;
        private final int[] answers;
        private char[] bounds = new char[256];
        private int decisions;
        private int deviations;

        Script(int[] at, int[] answers) {
            this.at = at;
            this.answers = answers;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            int first = enabled.first();
            if (enabled.count() == 1) {
                return first;
            }
            int answer = decide(enabled.count());
            if (answer == 0) {
                return first;
            }
            return answer <= first ? answer - 1 : answer;
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            boolean isFree = hasInstants && soonestNanos != latestNanos;
            boolean isLatest = isFree ? decide(2) == 1 : !isEarly;
            return isLatest ? latestNanos : soonestNanos;
        }

        /** 0 is the default. */
        private int decide(int bound) {
            if (decisions == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * decisions);
            }
            bounds[decisions] = (char) bound;
            boolean deviates = deviations < at.length && at[deviations] == decisions;
            decisions++;
            return deviates ? answers[deviations++] : 0;
        }
    }
}
