package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.Kernel;

/**
 * One direction between one person and the server, shared by the person's connections: the link,
 * how TCP carries over its losses, and what faults do to it.
 */
final class Route {

    /** The link lost one packet so often that TCP gave up. */
    static final long GAVE_UP = -1;

    /** RFC 6298, section 2.1: before a round-trip time is known. */
    static final long FIRST_TIMEOUT_NANOS = Units.SECOND_NANOS;

    /** Least retransmission timeout of Linux; RFC 6298's 1 s is not what clients do. */
    private static final long LEAST_TIMEOUT_NANOS = 200 * Units.MILLI_NANOS;

    /** Cap on doubling (RFC 6298, section 2.5; Linux). */
    private static final long MOST_TIMEOUT_NANOS = 120 * Units.SECOND_NANOS;

    /** Linux: {@code tcp_retries2}. */
    private static final int MOST_RETRIES = 15;

    private final Kernel kernel;
    private final Link link;
    private final Draws cuts;
    private final long slackNanos;
    private final long timeoutNanos;
    private boolean stalled;
    private long stalledUntilNanos;
    private String stallRule = "";
    private Proof stallProof = new Proof();
    private long releaseTimer = Kernel.NO_EVENT;
    private long spikeNanos;
    private long spikeUntilNanos;
    private Proof spikeProof = new Proof();

    Route(
            Kernel kernel,
            Choices choices,
            String person,
            Direction direction,
            LinkSpec spec,
            long meanRttNanos,
            long slackNanos) {
        String label = direction == Direction.TO_SERVER ? "to-server" : "from-server";
        this.kernel = kernel;
        this.link = new Link(spec, choices, person, label);
        this.cuts = choices.draws(person, "cut", label);
        this.slackNanos = slackNanos;
        this.timeoutNanos = Math.max(LEAST_TIMEOUT_NANOS, 2 * meanRttNanos);
    }

    long meanNanos() {
        return link.spec().meanDelayNanos();
    }

    /** How many of those on their way are lost in a cut. */
    int losesAtCut(int onTheWay) {
        return onTheWay == 0 ? 0 : (int) cuts.between(0, onTheWay);
    }

    /**
     * Time-faithful: draws how long TCP takes to bring something over; each loss costs a timeout
     * that doubles. {@link #GAVE_UP} if it never gets there.
     */
    long transitNanos(int sizeBytes, boolean first) {
        long now = kernel.nowNanos();
        long waitedNanos = 0;
        long timeout = first ? FIRST_TIMEOUT_NANOS : timeoutNanos;
        for (int i = 0; i <= MOST_RETRIES; i++) {
            long delay = link.delayNanos(now + waitedNanos, sizeBytes);
            if (delay != Link.LOST) {
                return waitedNanos + delay + extraNanos();
            }
            waitedNanos += timeout;
            timeout = Math.min(2 * timeout, MOST_TIMEOUT_NANOS);
        }
        return GAVE_UP;
    }

    /**
     * Adversarial: the shortest transit. Takes the place of the message in the queue of the rate.
     */
    long shortestTransitNanos(int sizeBytes) {
        return link.queueingNanos(kernel.nowNanos(), sizeBytes)
                + link.shortestNanos()
                + extraNanos();
    }

    /**
     * How much later than its earliest instant something may arrive; one timeout if packets get
     * lost.
     */
    long widthNanos() {
        long loss = link.spec().loss().isNone() ? 0 : timeoutNanos;
        return link.longestNanos() - link.shortestNanos() + slackNanos + loss;
    }

    boolean isStalled() {
        return stalled;
    }

    long stalledUntilNanos() {
        return stalledUntilNanos;
    }

    String stallRule() {
        return stallRule;
    }

    /** One that begins during another goes on with it, so both act on the same. */
    Proof stall(long untilNanos, String rule, long timer) {
        if (!stalled) {
            stallProof = new Proof();
        }
        stalled = true;
        stalledUntilNanos = untilNanos;
        stallRule = rule;
        releaseTimer = timer;
        return stallProof;
    }

    /** Something is on its way that gets there then at the earliest, if nothing stalls. */
    void carries(long earliestNanos) {
        if (stalled && earliestNanos < stalledUntilNanos) {
            stallProof.acts();
        }
    }

    /** The stall that is just over has held up a heartbeat. */
    void heldSignOfLife() {
        stallProof.acts();
    }

    /** Somebody has given up, since nothing was heard for too long. */
    void givesUp() {
        if (stalled) {
            stallProof.acts();
        }
    }

    void release() {
        stalled = false;
        cancelRelease();
    }

    void cancelRelease() {
        kernel.cancel(releaseTimer);
        releaseTimer = Kernel.NO_EVENT;
    }

    Proof spike(long extraNanos, long untilNanos) {
        spikeNanos = extraNanos;
        spikeUntilNanos = untilNanos;
        spikeProof = new Proof();
        return spikeProof;
    }

    private long extraNanos() {
        if (spikeNanos == 0 || kernel.nowNanos() >= spikeUntilNanos) {
            return 0;
        }
        spikeProof.acts();
        return spikeNanos;
    }
}
