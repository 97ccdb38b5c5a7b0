package dev.sonde.sim.network;

/** Gives one verdict on the packets that match: on all of them, or on the n-th one only. */
public final class MatchRule implements Rule {

    /** Every packet that matches. */
    public static final long EVERY = 0;

    private final String name;
    private final PacketMatch match;
    private final long nth;
    private final RuleVerdict verdict;
    private long matched;
    private long effects;

    /**
     * @param nth counts the packets that match, from 1; {@link #EVERY} for all
     * @throws IllegalArgumentException if {@code nth} is negative
     */
    public MatchRule(String name, PacketMatch match, long nth, RuleVerdict verdict) {
        if (nth < 0) {
            throw new IllegalArgumentException("packets are counted from 1, not " + nth);
        }
        this.name = name;
        this.match = match;
        this.nth = nth;
        this.verdict = verdict;
    }

    @Override
    public RuleVerdict judge(Packet packet) {
        if (!match.matches(packet)) {
            return RuleVerdict.PASS;
        }
        matched++;
        if (nth != EVERY && nth != matched) {
            return RuleVerdict.PASS;
        }
        effects++;
        return verdict;
    }

    @Override
    public void overruled(Packet packet) {
        if (match.matches(packet)) {
            matched++;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long effects() {
        return effects;
    }
}
