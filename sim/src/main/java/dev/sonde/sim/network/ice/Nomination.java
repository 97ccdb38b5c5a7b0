package dev.sonde.sim.network.ice;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Which pair is in use, and which one the controlling side nominates (RFC 8445, section 8.1).
 *
 * <p>Data goes over the nominated pair; before there is one, over the best pair that works. The
 * controlled side follows the nomination that came last.
 */
final class Nomination {

    static final long NEVER = Long.MAX_VALUE;

    private final IceProfile profile;
    private final CheckList list;
    private final IceOutput output;
    private long startedNanos;
    private @Nullable CandidatePair using;

    Nomination(IceProfile profile, CheckList list, IceOutput output) {
        this.profile = profile;
        this.list = list;
        this.output = output;
    }

    void start(long nowNanos) {
        startedNanos = nowNanos;
    }

    @Nullable
    CandidatePair using() {
        return using;
    }

    /** The role changed: nothing of the old one counts. */
    void forget() {
        for (CandidatePair pair : list.pairs()) {
            pair.nominating = false;
            pair.nominatingFrom = Integer.MAX_VALUE;
        }
    }

    /**
     * Nominates if it is time to.
     *
     * @return when to look again; {@link #NEVER} if only something new can change the answer
     */
    long nominate(long nowNanos) {
        CandidatePair best = bestUsable();
        if (best == null || best.nominating || isFinal()) {
            return NEVER;
        }
        long due = profile.nominatesAtOnce() || !hasBetterUnderCheck(best)
                ? nowNanos
                : startedNanos + profile.waitNanos(best.local().type(), best.remote.type());
        if (due > nowNanos) {
            return due;
        }
        for (CandidatePair pair : list.pairs()) {
            pair.nominating = pair == best;
        }
        list.trigger(best);
        return NEVER;
    }

    /** True if one pair was nominated for good, or is about to be. */
    private boolean isFinal() {
        if (profile.nominatesAtOnce()) {
            return false;
        }
        List<CandidatePair> pairs = list.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            if (pair.isUsable() && !pair.silent && (pair.nominating || pair.nominated)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBetterUnderCheck(CandidatePair than) {
        List<CandidatePair> pairs = list.pairs();
        for (int i = 0; i < pairs.size() && pairs.get(i) != than; i++) {
            if (pairs.get(i).isUnderCheck() || pairs.get(i).state == PairState.FROZEN) {
                return true;
            }
        }
        return false;
    }

    private @Nullable CandidatePair bestUsable() {
        List<CandidatePair> pairs = list.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            if (pair.isUsable() && !pair.silent) {
                return pair;
            }
        }
        return null;
    }

    /** Both sides agreed on a pair that works. */
    void nominated(CandidatePair pair, boolean controlling) {
        if (!pair.nominated) {
            for (CandidatePair other : list.pairs()) {
                other.nominated = other == pair;
            }
            output.fared(pair, "nominated");
            prune(pair, controlling);
        }
        choose();
    }

    /** Section 8.1.2: what cannot win any more is not checked any more. */
    private void prune(CandidatePair winner, boolean controlling) {
        for (CandidatePair pair : List.copyOf(list.pairs())) {
            boolean worse = pair.priority < winner.priority;
            boolean over =
                    !profile.nominatesAtOnce() || (worse && (controlling || !pair.isUsable()));
            if (pair != winner && over) {
                list.remove(pair, "pruned for the nominated pair");
                output.fared(pair, pair.fate);
            }
        }
    }

    /** True if a pair of these could not come into use any more. */
    boolean isSettledFor(Candidate local, Candidate remote, boolean controlling) {
        CandidatePair now = using;
        if (now == null || !now.nominated || now.silent) {
            return false;
        }
        if (!profile.nominatesAtOnce()) {
            return true;
        }
        return CandidatePair.priority(local, remote, controlling) <= now.priority;
    }

    /** Chooses the pair that data goes over. */
    void choose() {
        CandidatePair best = null;
        List<CandidatePair> pairs = list.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            CandidatePair pair = pairs.get(i);
            if (pair.isUsable() && (best == null || rank(pair) > rank(best))) {
                best = pair;
            }
        }
        if (best != using) {
            using = best;
            if (best != null) {
                output.using(best);
            }
        }
    }

    private static int rank(CandidatePair pair) {
        return (pair.silent ? 0 : 2) + (pair.nominated ? 1 : 0);
    }
}
