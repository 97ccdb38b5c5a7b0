package dev.sonde.sim.network.ice;

import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The candidate pairs of an agent, best one first, and which of them is to be checked when (RFC
 * 8445, sections 6.1.2 and 6.1.4.2).
 */
final class CheckList {

    /** Section 6.1.2.5. */
    static final int MOST_PAIRS = 100;

    static final long NEVER = Long.MAX_VALUE;

    private final IceProfile profile;
    private final Visits visits;
    private final List<CandidatePair> pairs = new ArrayList<>(4);
    private final List<CandidatePair> removed = new ArrayList<>(2);
    private final List<CandidatePair> triggered = new ArrayList<>(2);
    private int lastId;

    CheckList(IceProfile profile, Visits visits) {
        this.profile = profile;
        this.visits = visits;
    }

    List<CandidatePair> pairs() {
        return pairs;
    }

    /** Pairs that were given up in favour of a better one. */
    List<CandidatePair> removed() {
        return removed;
    }

    @Nullable
    CandidatePair find(Candidate local, long remote) {
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            if (pair.isBetween(local, remote)) {
                return pair;
            }
        }
        return null;
    }

    @Nullable
    CandidatePair byId(int id) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).id == id) {
                return pairs.get(i);
            }
        }
        return null;
    }

    /** Adds a pair unless there is one between these addresses, or the list is full. */
    @Nullable
    CandidatePair add(Candidate local, Candidate remote, boolean controlling) {
        if (find(local, remote.endpoint()) != null || pairs.size() >= MOST_PAIRS) {
            return null;
        }
        CandidatePair pair = new CandidatePair(++lastId, local, remote, visits);
        pair.prioritise(controlling);
        boolean waits = profile.freezes() && hasActive(pair);
        insert(pair);
        if (!waits) {
            pair.move(PairInput.UNFREEZE, PairState.WAITING);
        }
        return pair;
    }

    /** Sorts again, because a role or a candidate changed. */
    void prioritise(boolean controlling) {
        List<CandidatePair> all = new ArrayList<>(pairs);
        pairs.clear();
        for (CandidatePair pair : all) {
            pair.prioritise(controlling);
            insert(pair);
        }
    }

    private void insert(CandidatePair pair) {
        int at = 0;
        while (at < pairs.size() && pairs.get(at).priority >= pair.priority) {
            at++;
        }
        pairs.add(at, pair);
    }

    void remove(CandidatePair pair, String fate) {
        pair.fate = fate;
        pairs.remove(pair);
        triggered.remove(pair);
        removed.add(pair);
    }

    /** Tells of each pair that is neither known to work nor given up. */
    void tellUndecided(IceOutput output) {
        for (CandidatePair pair : pairs) {
            if (!pair.isUsable() && pair.fate.isEmpty()) {
                output.fared(pair, pair.undecided());
            }
        }
    }

    /** Has a pair checked at the next tick, before all others. */
    void trigger(CandidatePair pair) {
        if (!pair.queued) {
            pair.queued = true;
            triggered.add(pair);
        }
    }

    /** What worked for one pair will probably work for others of its foundation. */
    void unfreezeLike(CandidatePair succeeded) {
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            if (pair.state == PairState.FROZEN && pair.sharesFoundation(succeeded)) {
                pair.move(PairInput.UNFREEZE, PairState.WAITING);
            }
        }
    }

    /** The pair that is checked at this tick; null if none is due. */
    @Nullable
    CandidatePair pick(long nowNanos) {
        while (!triggered.isEmpty()) {
            CandidatePair pair = triggered.remove(0);
            pair.queued = false;
            if (pair.permitted && (pair.isUnderCheck() || pair.isUsable())) {
                return pair;
            }
        }
        CandidatePair best = null;
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            thaw(pair);
            if (readyNanos(pair) <= nowNanos && (best == null || isSooner(pair, best))) {
                best = pair;
            }
        }
        return best;
    }

    /** From when on there is something for a tick to do. */
    long readyNanos() {
        if (!triggered.isEmpty()) {
            return 0;
        }
        long earliest = NEVER;
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            thaw(pair);
            earliest = Math.min(earliest, readyNanos(pair));
        }
        return earliest;
    }

    /** Pairs that are under check: the N·(waiting + in progress) of section 14.3. */
    int active() {
        int active = 0;
        for (int i = 0; i < pairs.size(); i++) {
            active += pairs.get(i).isUnderCheck() ? 1 : 0;
        }
        return active;
    }

    /** Never-checked pairs go first, best one first; then the one that waited longest. */
    private static boolean isSooner(CandidatePair pair, CandidatePair best) {
        return best.sent > 0 && (pair.sent == 0 || pair.lastSentNanos < best.lastSentNanos);
    }

    private long readyNanos(CandidatePair pair) {
        if (!pair.permitted || !pair.isUnderCheck()) {
            return NEVER;
        }
        if (profile.retransmits()) {
            return pair.state == PairState.WAITING ? 0 : NEVER;
        }
        if (pair.sent >= profile.mostChecks()) {
            return NEVER;
        }
        if (pair.sent == 0) {
            return 0;
        }
        boolean weak = pair.sent < profile.weakChecks();
        return pair.lastSentNanos + (weak ? profile.paceNanos() : profile.strongPaceNanos());
    }

    /** A frozen pair whose foundation nobody checks any more is checked itself. */
    private void thaw(CandidatePair pair) {
        if (pair.state == PairState.FROZEN && !hasActive(pair)) {
            pair.move(PairInput.UNFREEZE, PairState.WAITING);
        }
    }

    private boolean hasActive(CandidatePair like) {
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            if (pair != like && pair.isUnderCheck() && pair.sharesFoundation(like)) {
                return true;
            }
        }
        return false;
    }
}
