package dev.sonde.sim.network;

/**
 * A fault that loses datagrams of the media plane. Counts those that fit and those that it hit, so
 * that a run can prove that the fault took place. Only packet detail has datagrams to lose.
 */
public final class LossRule {

    /** Sorts of datagrams. */
    public enum Sort {
        ANY,
        STUN,
        TURN,
        /** Of TURN, only requests to let somebody in. */
        PERMISSION,
        CHECK,
        CHECK_ANSWER,
        DTLS,
        SCTP,
        PING,
        PONG
    }

    /** Whether a datagram goes over the TURN server. */
    public enum Over {
        ANY,
        DIRECT,
        RELAY
    }

    /**
     * What is lost.
     *
     * @param from who sends it; empty for anybody
     * @param to whom it is meant for in the end; empty for anybody
     * @param nth only this one of those that fit, counted from 1; 0 for all of them
     * @param fromNanos the first instant at which it is lost
     * @param untilNanos the first at which it is not lost any more
     */
    public record Spec(
            Sort sort,
            String from,
            String to,
            Over over,
            long nth,
            long fromNanos,
            long untilNanos) {}

    private final String name;
    private final Spec spec;
    private long seen;
    private long effects;

    /** @param name in words, for the trace */
    public LossRule(String name, Spec spec) {
        this.name = name;
        this.spec = spec;
    }

    public String name() {
        return name;
    }

    /** How many datagrams it lost so far. */
    public long effects() {
        return effects;
    }

    /** True if a datagram that is sent now is lost. Asked once for each, by all rules. */
    public boolean hits(Sort sort, String from, String to, boolean relayed, long nowNanos) {
        if (!fits(sort, from, to, relayed, nowNanos)) {
            return false;
        }
        seen++;
        boolean hit = spec.nth == 0 || seen == spec.nth;
        effects += hit ? 1 : 0;
        return hit;
    }

    private boolean fits(Sort sort, String from, String to, boolean relayed, long nowNanos) {
        return nowNanos >= spec.fromNanos
                && nowNanos < spec.untilNanos
                && isOf(sort)
                && (spec.over == Over.ANY || isOver(sort, relayed))
                && (spec.from.isEmpty() || spec.from.equals(from))
                && (spec.to.isEmpty() || spec.to.equals(to));
    }

    private boolean isOf(Sort sort) {
        return spec.sort == Sort.ANY
                || spec.sort == sort
                || (spec.sort == Sort.TURN && sort == Sort.PERMISSION);
    }

    /** What the server itself is asked, or answers, goes neither way. */
    private boolean isOver(Sort sort, boolean relayed) {
        boolean ofServer = sort == Sort.STUN || sort == Sort.TURN || sort == Sort.PERMISSION;
        return !ofServer && relayed == (spec.over == Over.RELAY);
    }
}
