package dev.sonde.sim.peer;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

/** A tab that the browser freezes soon after each prepare. */
final class FrozenTab implements Habit {

    private static final long MOST_DELAY_NANOS = 1_500_000_000L;
    private static final long LEAST_NANOS = 500_000_000L;
    private static final long MOST_NANOS = 6_000_000_000L;

    private final Draws draws;

    FrozenTab(SubjectId subject, World world) {
        draws = world.choices().draws(subject.value(), "behaviour", "frozen-tab");
    }

    @Override
    public void onPrepared(Page page, ProbeId probe, SubjectId peer) {
        page.freezeLater(draws.below(MOST_DELAY_NANOS), draws.between(LEAST_NANOS, MOST_NANOS));
    }
}
