package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;

import org.jspecify.annotations.Nullable;

/** One direction of one person's link in use: a {@link LinkSpec} with its memory and its draws. */
public final class Link {

    /** The packet is lost. */
    public static final long LOST = -1;

    private static final int BITS_PER_BYTE = 8;

    private final LinkSpec spec;
    private final LossProcess losses;
    private final DelayProcess delays;
    private final @Nullable Draws duplicates;
    private final @Nullable Score reorders;
    private final double reorderBelowScore;
    private long busyUntilNanos;
    private long lastArrivalNanos;

    /**
     * @param owner whose link it is, the owner of its draws
     * @param label which of the owner's links
     */
    public Link(LinkSpec spec, Choices choices, String owner, String label) {
        this.spec = spec;
        this.losses = LossProcess.of(spec.loss(), choices, owner, label);
        this.delays = DelayProcess.of(spec.delay(), choices, owner, label);
        this.duplicates =
                spec.duplicatePpm() == 0 ? null : choices.draws(owner, "link-duplicate", label);
        if (spec.reorderPpm() == 0) {
            this.reorders = null;
            this.reorderBelowScore = 0;
        } else {
            Draws draws = choices.draws(owner, "link-reorder", label);
            this.reorders = new Score(spec.reorderCorrelationPpm(), draws);
            this.reorderBelowScore = spec.reorderPpm() == Units.WHOLE_PPM
                    ? Double.POSITIVE_INFINITY
                    : Normal.quantile(spec.reorderPpm() / (double) Units.WHOLE_PPM);
        }
    }

    public LinkSpec spec() {
        return spec;
    }

    /**
     * Draws how long one packet takes, or {@link #LOST}. A lost packet takes nothing of the rate.
     *
     * @param nowNanos when it is sent; calls come in order of time
     * @param sizeBytes counts only where the link has a rate
     */
    public long delayNanos(long nowNanos, int sizeBytes) {
        if (losses.loses(nowNanos)) {
            return LOST;
        }
        long sentNanos = queueingNanos(nowNanos, sizeBytes);
        long arrivalNanos = nowNanos + sentNanos + (overtakes() ? 0 : delays.nextNanos());
        if (spec.ordered()) {
            arrivalNanos = Math.max(arrivalNanos, lastArrivalNanos);
            lastArrivalNanos = arrivalNanos;
        }
        return arrivalNanos - nowNanos;
    }

    /**
     * Draws how often the packet arrives that was just not lost: 1, or 2 for a duplicate. Each copy
     * takes its own delay by {@link #delayNanos}.
     */
    public int copies() {
        return duplicates != null
                        && duplicates.chance(spec.duplicatePpm() / (double) Units.WHOLE_PPM)
                ? 2
                : 1;
    }

    /**
     * The shortest delay that counts as possible, without queueing: the bound of the distribution,
     * or its 0.1 % quantile where it comes arbitrarily close to its base; 0 if the link reorders.
     */
    public long shortestNanos() {
        return spec.reorderPpm() > 0 ? 0 : spec.delay().shortestNanos();
    }

    /** The longest such delay: the bound of the distribution, or its 99.9 % quantile. */
    public long longestNanos() {
        return spec.delay().longestNanos();
    }

    /** Waits for the packets before and puts this one on the wire; 0 without a rate. */
    long queueingNanos(long nowNanos, int sizeBytes) {
        if (spec.rateBitsPerSecond() == 0) {
            return 0;
        }
        long wireNanos =
                (long) sizeBytes * BITS_PER_BYTE * Units.SECOND_NANOS / spec.rateBitsPerSecond();
        busyUntilNanos = Math.max(busyUntilNanos, nowNanos) + wireNanos;
        return busyUntilNanos - nowNanos;
    }

    private boolean overtakes() {
        return reorders != null && reorders.next() < reorderBelowScore;
    }
}
