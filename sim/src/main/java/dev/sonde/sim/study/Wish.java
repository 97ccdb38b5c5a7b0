package dev.sonde.sim.study;

/**
 * How narrow the interval of a metric's mean shall be.
 *
 * @param width from end to end, in the metric's own unit
 */
public record Wish(String metric, double width) {

    /** From so many seeds on an interval is believed. */
    public static final long LEAST_SEEDS = 30;

    /** It is looked at after each so many seeds, at the same ones for any number of threads. */
    public static final long EVERY_SEEDS = 10;

    /** True if the study may stop after so many seeds to look. */
    public static boolean isLook(long seeds) {
        return seeds >= LEAST_SEEDS && (seeds - LEAST_SEEDS) % EVERY_SEEDS == 0;
    }

    /** True if the interval of every setting is that narrow, or there is no data to wait for. */
    public boolean isFulfilled(Results results) {
        int measure = results.design().measure(metric);
        for (int i = 0; i < results.design().settings().size(); i++) {
            Estimate mean = results.mean(i, measure);
            if (mean.hasData() && !(mean.width() <= width)) {
                return false;
            }
        }
        return true;
    }
}
