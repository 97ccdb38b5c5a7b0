package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;

/** One direction of one person's link in use: a {@link LinkSpec} with its memory and its draws. */
public final class Link {

    /** The packet is lost. */
    public static final long LOST = -1;

    private final LinkSpec spec;

    /**
     * @param owner whose link it is, the owner of its draws
     * @param label which of the owner's links
     */
    public Link(LinkSpec spec, Choices choices, String owner, String label) {
        this.spec = spec;
    }

    /** Draws how long one packet takes, or {@link #LOST}. */
    public long delayNanos(long nowNanos, int sizeBytes) {
        return nowNanos + sizeBytes + spec.meanDelayNanos();
    }
}
