package dev.sonde.sim.outcome;

import org.jgrapht.Graph;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

import java.util.BitSet;
import java.util.Map;

/**
 * A maximum matching of people who fit each other.
 *
 * <p>Nearly everybody fits nearly everybody in most pools, and a graph with all those edges would
 * not fit into memory. So a part of the edges is matched, a few for each person, which gives a
 * lower bound; and the barrier that stops that matching (Tutte and Berge: with a set A taken away,
 * each odd component of the rest keeps somebody unmatched, unless one of A comes in) is held
 * against all edges, which gives an upper bound. Where both are equal, as nearly always, the result
 * is exact.
 */
final class MaximumMatching {

    /** Edges of each person that are matched, where there are more. */
    private static final int SOME = 24;

    private static final int ODD = 1;

    private final int people;
    private final BitSet[] fits;

    MaximumMatching(int people, MostMatches.Pair pair) {
        this.people = people;
        fits = new BitSet[people];
        for (int i = 0; i < people; i++) {
            fits[i] = new BitSet(people);
        }
        for (int i = 0; i < people; i++) {
            for (int j = i + 1; j < people; j++) {
                if (pair.fits(i, j)) {
                    fits[i].set(j);
                    fits[j].set(i);
                }
            }
        }
    }

    MostMatches most() {
        if (people < 2) {
            return new MostMatches(0, true);
        }
        SparseEdmondsMaximumCardinalityMatching<Integer, DefaultEdge> edmonds =
                new SparseEdmondsMaximumCardinalityMatching<>(someEdges());
        int found = edmonds.getMatching().getEdges().size();
        BitSet barrier = new BitSet(people);
        for (Map.Entry<Integer, Integer> label : edmonds.getOddSetCover().entrySet()) {
            if (label.getValue() == ODD) {
                barrier.set(label.getKey());
            }
        }
        int bound = Math.min(bound(barrier), bound(new BitSet(people)));
        return new MostMatches(bound, found == bound);
    }

    /**
     * All edges of who has few, some of the others': from each person's own place on, so that they
     * are spread over all.
     */
    private Graph<Integer, DefaultEdge> someEdges() {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        for (int i = 0; i < people; i++) {
            graph.addVertex(i);
        }
        for (int i = 0; i < people; i++) {
            int degree = fits[i].cardinality();
            int step = Math.max(1, degree / SOME);
            int taken = 0;
            int at = fits[i].nextSetBit(i);
            for (int seen = 0; seen < degree; seen++) {
                at = at < 0 ? fits[i].nextSetBit(0) : at;
                if (seen % step == 0 || seen < 2) {
                    graph.addEdge(i, at);
                    taken++;
                }
                if (taken > SOME + 1) {
                    break;
                }
                at = fits[i].nextSetBit(at + 1);
            }
        }
        return graph;
    }

    /** The most pairs that leave somebody of each odd component of the rest unmatched. */
    private int bound(BitSet barrier) {
        BitSet left = new BitSet(people);
        left.set(0, people);
        left.andNot(barrier);
        int odd = 0;
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i)) {
            odd += component(i, left) % 2;
        }
        return (people + barrier.cardinality() - odd) / 2;
    }

    /** Takes a component out of those who are left; gives its size. */
    private int component(int first, BitSet left) {
        BitSet open = new BitSet(people);
        open.set(first);
        left.clear(first);
        int size = 0;
        for (int i = first; i >= 0; i = open.nextSetBit(0)) {
            open.clear(i);
            size++;
            BitSet reached = (BitSet) fits[i].clone();
            reached.and(left);
            open.or(reached);
            left.andNot(reached);
        }
        return size;
    }
}
