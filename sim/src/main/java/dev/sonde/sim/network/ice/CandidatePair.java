package dev.sonde.sim.network.ice;

import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

/** A local and a remote candidate, and how the checks between them fare. */
public final class CandidatePair {

    /** Not known, or has not happened. */
    static final long NEVER = -1;

    /**
     * Checks whose answers can be timed. Both sides' checks trigger others, so that over a second
     * or two a dozen are under way.
     */
    private static final int REMEMBERED = 16;

    final int id;
    final Candidate local;
    private final Visits visits;

    Candidate remote;
    long priority;
    PairState state = PairState.FROZEN;
    /**
     * The local candidate that the other side sees (section 7.2.5.3.1); null until it succeeded.
     */
    @Nullable
    Candidate seenAs;

    /** Why it failed or was removed; empty while it lives. */
    String fate = "";

    boolean permitted;
    boolean queued;
    boolean nominating;
    boolean nominatedByPeer;
    boolean nominated;
    boolean silent;
    int sent;
    int unanswered;
    long lastSentNanos;
    long firstUnansweredNanos = NEVER;
    long lastAnsweredNanos = NEVER;
    long lastHeardNanos = NEVER;
    long rttNanos = NEVER;
    long dueNanos = Long.MAX_VALUE;
    long rtoNanos;
    int retransmissions;
    int nominatingFrom = Integer.MAX_VALUE;

    private final long[] sentNanos = new long[REMEMBERED];

    CandidatePair(int id, Candidate local, Candidate remote, Visits visits) {
        this.id = id;
        this.local = local;
        this.remote = remote;
        this.visits = visits;
        permitted = !local.isRelay();
    }

    /** Section 6.1.2.3. */
    static long priority(Candidate local, Candidate remote, boolean controlling) {
        long g = controlling ? local.priority() : remote.priority();
        long d = controlling ? remote.priority() : local.priority();
        return (Math.min(g, d) << 32) + 2 * Math.max(g, d) + (g > d ? 1 : 0);
    }

    void prioritise(boolean controlling) {
        priority = priority(local, remote, controlling);
    }

    boolean isBetween(Candidate base, long remoteEndpoint) {
        return local.endpoint() == base.endpoint() && remote.endpoint() == remoteEndpoint;
    }

    boolean sharesFoundation(CandidatePair other) {
        return local.foundation() == other.local.foundation()
                && remote.foundation() == other.remote.foundation();
    }

    /**
     * Moves by the table.
     *
     * @param target where the machine goes if the table lets it move
     * @return false if the table says to ignore it
     */
    boolean move(PairInput input, PairState target) {
        Rule rule = PairTable.TABLE.visit(state, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return false;
        }
        PairTable.TABLE.check(rule, target);
        state = target;
        return true;
    }

    boolean isUnderCheck() {
        return state == PairState.WAITING || state == PairState.IN_PROGRESS;
    }

    boolean isUsable() {
        return state == PairState.SUCCEEDED;
    }

    /** Counts a check; gives its number within the pair, from 0. */
    int sends(long nowNanos) {
        lastSentNanos = nowNanos;
        if (firstUnansweredNanos == NEVER) {
            firstUnansweredNanos = nowNanos;
        }
        unanswered++;
        sentNanos[sent % REMEMBERED] = nowNanos;
        return sent++;
    }

    void answered(int number, long nowNanos) {
        if (number >= sent - REMEMBERED) {
            rttNanos = nowNanos - sentNanos[number % REMEMBERED];
        }
        unanswered = 0;
        firstUnansweredNanos = NEVER;
        lastAnsweredNanos = nowNanos;
        heard(nowNanos);
    }

    /** How far it came, where nothing was decided. */
    String undecided() {
        if (!permitted) {
            return "never got a permission";
        }
        return sent == 0 ? "never checked" : "no answer to " + sent + " checks";
    }

    void heard(long nowNanos) {
        lastHeardNanos = nowNanos;
        silent = false;
    }

    /** What its packets are sent from. */
    public Candidate base() {
        return local;
    }

    /** This side's candidate as the other side sees it. */
    public Candidate local() {
        Candidate seen = seenAs;
        return seen == null ? local : seen;
    }

    public Candidate remote() {
        return remote;
    }

    /** Round trip of the last check whose answer could be timed, in nanoseconds; -1 if none. */
    public long rttNanos() {
        return rttNanos;
    }

    public PairState state() {
        return state;
    }

    public boolean isNominated() {
        return nominated;
    }

    /** Checks sent so far. */
    public int checks() {
        return sent;
    }

    /** Why it failed or was removed; empty while it lives. */
    public String fate() {
        return fate;
    }

    @Override
    public String toString() {
        return local() + " -> " + remote;
    }
}
