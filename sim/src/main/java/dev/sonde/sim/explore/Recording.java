package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A schedule that writes down what another one decides. For one run. */
public class Recording implements Schedule {

    private final Schedule decides;
    private final long startNanos;
    private final Identities identities = new Identities();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String before = "";
    private String run = "";
    private long cause;

    /**
     * One event of a run.
     *
     * @param event its identity
     * @param atNanos when it ran, from the start of the run
     * @param cause the number of the event that brought it about, 0 if none did
     * @param choices how many choices had been taken when it had run
     */
    record Step(String event, long atNanos, long cause, int choices) {}

    /** @param decides does not look at states; see {@link #of} */
    public Recording(Schedule decides) {
        this(decides, 0);
    }

    private Recording(Schedule decides, long startNanos) {
        this.decides = decides;
        this.startNanos = startNanos;
    }

    /** Records any schedule, also one that looks at the states of the run. */
    public static Recording of(Schedule decides) {
        return decides instanceof StateSchedule looks
                ? new OfStates(looks)
                : new Recording(decides);
    }

    private static final class OfStates extends Recording implements StateSchedule {

        private final StateSchedule looks;

        OfStates(StateSchedule looks) {
            super(looks, Kernel.FAR_NANOS);
            this.looks = looks;
        }

        @Override
        public void begins(LiveState state) {
            looks.begins(state);
        }

        @Override
        public Choices choices(Choices ofTheSeed) {
            return looks.choices(ofTheSeed);
        }
    }

    @Override
    public int pick(EnabledEvents enabled) {
        int picked = decides.pick(enabled);
        if (picked < 0 || picked >= enabled.count()) {
            return picked;
        }
        int first = enabled.first();
        before = identities.ofNext(enabled, first);
        run = picked == first ? before : identities.of(enabled, picked);
        cause = enabled.cause(picked);
        identities.runs(enabled, picked);
        return picked;
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        long instant = decides.instant(soonestNanos, latestNanos);
        long delay = instant == soonestNanos
                ? 0
                : instant == latestNanos ? Choice.LATEST : instant - soonestNanos;
        if (delay != 0 || !run.equals(before)) {
            choices.add(new Choice(before, run, delay));
        }
        steps.add(new Step(run, instant - startNanos, cause, choices.size()));
        return instant;
    }

    /** The deviations from the default order, in the order in which they were made. */
    public List<Choice> choices() {
        return Collections.unmodifiableList(choices);
    }

    /** The events that ran; the first one is number 1. */
    List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }
}
