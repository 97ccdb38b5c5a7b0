package dev.sonde.sim.peer;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

/** A machine whose clock is corrected while it measures. */
final class ClockStepsBack implements Habit {

    private static final long MOST_DELAY_NANOS = 600_000_000L;
    private static final long LEAST_STEP_NANOS = 1_000_000L;
    private static final long MOST_STEP_NANOS = 1_000_000_000L;

    private final Draws draws;

    ClockStepsBack(SubjectId subject, World world) {
        draws = world.choices().draws(subject.value(), "behaviour", "clock-steps-back");
    }

    @Override
    public void onOpened(Page page) {
        page.clock()
                .stepBack(
                        page.nowNanos() + draws.below(MOST_DELAY_NANOS),
                        draws.between(LEAST_STEP_NANOS, MOST_STEP_NANOS));
    }
}
