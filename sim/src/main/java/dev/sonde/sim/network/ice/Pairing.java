package dev.sonde.sim.network.ice;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The candidates of both sides, and which of them make pairs (RFC 8445, section 6.1.2). */
final class Pairing {

    private static final int MOST_CANDIDATES = CheckList.MOST_PAIRS;

    /**
     * Addresses learned from checks at one base. Two NATs that give each destination a new address
     * make a new one with every check, for ever, and no pair of these ever works.
     */
    private static final int MOST_LEARNED = 16;

    /** Foundations of peer-reflexive candidates: each has its own. */
    private static final int OWN_FOUNDATION = 100;

    private final CheckList list;
    private final Nomination nomination;
    private final IceOutput output;
    private final List<Candidate> locals = new ArrayList<>(4);
    private final List<Candidate> remotes = new ArrayList<>(4);
    private final int[] learned = new int[2];

    Pairing(CheckList list, Nomination nomination, IceOutput output) {
        this.list = list;
        this.nomination = nomination;
        this.output = output;
    }

    void addLocal(Candidate local, boolean controlling) {
        locals.add(local);
        if (isBase(local)) {
            for (int i = 0; i < remotes.size(); i++) {
                pair(local, remotes.get(i), controlling);
            }
        }
    }

    void addRemote(Candidate told, boolean controlling) {
        Candidate known = remote(told.endpoint());
        if (known == null) {
            if (remotes.size() == MOST_CANDIDATES) {
                return;
            }
            remotes.add(told);
        } else if (known.type() == CandidateType.PRFLX) {
            replace(known, told, controlling);
        } else {
            return;
        }
        for (int i = 0; i < locals.size(); i++) {
            if (isBase(locals.get(i))) {
                pair(locals.get(i), told, controlling);
            }
        }
    }

    /** A reflexive candidate is sent from its base, so its pairs would be redundant. */
    private static boolean isBase(Candidate local) {
        return local.type() == CandidateType.HOST || local.isRelay();
    }

    private void pair(Candidate local, Candidate remote, boolean controlling) {
        if (nomination.isSettledFor(local, remote, controlling)) {
            return;
        }
        CandidatePair pair = list.add(local, remote, controlling);
        if (pair != null && local.isRelay()) {
            output.permit(remote.endpoint());
        }
    }

    /** What was learned from a check is told now, with its right type and priority. */
    private void replace(Candidate known, Candidate told, boolean controlling) {
        remotes.set(remotes.indexOf(known), told);
        for (CandidatePair pair : list.pairs()) {
            if (pair.remote.endpoint() == known.endpoint()) {
                pair.remote = told;
            }
        }
        list.prioritise(controlling);
    }

    /** The other side's candidate with this endpoint; null if it is not known. */
    @Nullable
    Candidate remote(long endpoint) {
        for (int i = 0; i < remotes.size(); i++) {
            if (remotes.get(i).endpoint() == endpoint) {
                return remotes.get(i);
            }
        }
        return null;
    }

    /**
     * The pair that a check of the other side came by; a new one if it came from an unknown address
     * (section 7.3.1.3). Null if such a pair could not come into use any more.
     */
    @Nullable
    CandidatePair cameBy(
            Candidate local, long source, int priority, boolean nominates, boolean controlling) {
        CandidatePair pair = list.find(local, source);
        if (pair != null) {
            return pair;
        }
        Candidate known = remote(source);
        if (known == null) {
            int at = local.isRelay() ? 1 : 0;
            if (learned[at] == MOST_LEARNED) {
                return null;
            }
            learned[at]++;
            known = Candidate.peerReflexive(source, priority, OWN_FOUNDATION + remotes.size());
            remotes.add(known);
        }
        return nominates || !nomination.isSettledFor(local, known, controlling)
                ? list.add(local, known, controlling)
                : null;
    }

    /** This side's candidate that the other side sees (section 7.2.5.3.1). */
    Candidate seenAs(Candidate base, long mapped) {
        for (int i = 0; i < locals.size(); i++) {
            Candidate local = locals.get(i);
            if (local.endpoint() == mapped && local.base() == base.base()) {
                return local;
            }
        }
        return new Candidate(
                CandidateType.PRFLX,
                mapped,
                base.base(),
                CandidateType.PRFLX.priority(),
                OWN_FOUNDATION + locals.size());
    }
}
