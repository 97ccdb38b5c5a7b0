package dev.sonde.sim.lab;

import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.Profile;

/** Places to put people of a table at. */
final class Places {

    static final long MILLI = 1_000_000;

    /** How long machines take for a description, as in all presets. */
    private static final long SETUP_LEAST_NANOS = 20 * MILLI;

    private static final long SETUP_MOST_NANOS = 200 * MILLI;

    private Places() {}

    /**
     * @param link added to the path each way, in the words of {@link LinkSpec}
     * @param baseNanos the person's share of the way to the TURN server
     */
    static Host at(String person, String link, long baseNanos, NatBehavior nat) {
        Profile profile = new Profile(
                "table",
                LinkSpec.PERFECT,
                LinkSpec.PERFECT,
                LinkSpec.parse(link),
                baseNanos,
                nat,
                false,
                SETUP_LEAST_NANOS,
                SETUP_MOST_NANOS);
        return new Host(person, profile, "");
    }

    /** Linear interpolation between order statistics (type 7), in nanoseconds. */
    static long quantile(long[] sorted, int percent) {
        long scaled = (long) (sorted.length - 1) * percent;
        int below = (int) (scaled / 100);
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (scaled % 100) / 100;
    }
}
