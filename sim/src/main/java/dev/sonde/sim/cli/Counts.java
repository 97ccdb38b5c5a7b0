package dev.sonde.sim.cli;

import dev.sonde.sim.scenario.Durations;

import org.jspecify.annotations.Nullable;

/** Numbers that users give as options. */
final class Counts {

    /** More threads than anybody has cores. */
    private static final int MOST_JOBS = 1024;

    private Counts() {}

    /** @throws InputException if it is less */
    static long atLeast(String option, long least, long count) throws InputException {
        if (count < least) {
            throw new InputException(option + " " + count + " is too few; give at least " + least);
        }
        return count;
    }

    /**
     * Threads: as many as asked for, else one for each core.
     *
     * @throws InputException if none or absurdly many were asked for
     */
    static int jobs(@Nullable Integer asked) throws InputException {
        if (asked == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (asked < 1 || asked > MOST_JOBS) {
            throw new InputException("--jobs " + asked + " is not from 1 to " + MOST_JOBS);
        }
        return asked;
    }

    /** @throws InputException if it is no time, or none at all */
    static long nanos(String option, String text) throws InputException {
        try {
            long nanos = Durations.parse(text);
            if (nanos > 0) {
                return nanos;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(option + " " + text + " is no time; write it as 30s or 5m", e);
        }
        throw new InputException(option + " " + text + " is no time at all; write it as 30s");
    }
}
