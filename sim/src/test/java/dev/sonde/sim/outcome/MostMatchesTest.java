package dev.sonde.sim.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.SeededChoices;

import org.junit.jupiter.api.Test;

/** The most pairs, against graphs whose answer is known and against trying everything. */
final class MostMatchesTest {

    private static final MostMatches.Pair ALL = (one, other) -> true;

    private static MostMatches exactly(long count) {
        return new MostMatches(count, true);
    }

    @Test
    void graphsOfWhichTheAnswerIsKnown() {
        assertThat(MostMatches.pairs(0, ALL)).isEqualTo(exactly(0));
        assertThat(MostMatches.pairs(1, ALL)).isEqualTo(exactly(0));
        assertThat(MostMatches.pairs(5, ALL)).isEqualTo(exactly(2));
        assertThat(MostMatches.pairs(7, (a, b) -> false)).isEqualTo(exactly(0));
        // A star: everybody fits the first one only.
        assertThat(MostMatches.pairs(9, (a, b) -> a == 0 || b == 0)).isEqualTo(exactly(1));
        // A line: greedy from the middle would get one pair less.
        assertThat(MostMatches.pairs(6, (a, b) -> Math.abs(a - b) == 1)).isEqualTo(exactly(3));
        // Two triangles: each keeps somebody.
        assertThat(MostMatches.pairs(6, (a, b) -> a / 3 == b / 3)).isEqualTo(exactly(2));
    }

    @Test
    void anOddCycleWithABranchNeedsABlossom() {
        // 0-1-2-3-4-0 and 5 on 2: all six are paired only through the cycle.
        assertThat(MostMatches.pairs(6, (a, b) -> {
                    int low = Math.min(a, b);
                    int high = Math.max(a, b);
                    return high == 5 ? low == 2 : high - low == 1 || high - low == 4;
                }))
                .isEqualTo(exactly(3));
    }

    @Test
    void thousandsWhoAllFitArePairedWithoutAllTheirEdges() {
        assertThat(MostMatches.pairs(3_001, ALL)).isEqualTo(exactly(1_500));
        // 1000 fit only the first 300, who fit everybody: 300 cross pairs and no more.
        assertThat(MostMatches.pairs(1_300, (a, b) -> a < 300 || b < 300)).isEqualTo(exactly(300));
    }

    @Test
    void aboveTheBoundHalfOfThePeopleIsTheMost() {
        assertThat(MostMatches.pairs(10_001, (a, b) -> false))
                .isEqualTo(new MostMatches(5_000, false));
        assertThat(MostMatches.groups(10, 3)).isEqualTo(new MostMatches(3, false));
    }

    @Test
    void smallGraphsAgreeWithTryingEverything() {
        for (int seed = 0; seed < 300; seed++) {
            Draws draws = new SeededChoices(seed).draws("graph", "test", "edges");
            int people = (int) draws.between(2, 9);
            boolean[][] edges = new boolean[people][people];
            for (int i = 0; i < people; i++) {
                for (int j = 0; j < i; j++) {
                    edges[i][j] = draws.chance(0.35);
                    edges[j][i] = edges[i][j];
                }
            }
            assertThat(MostMatches.pairs(people, (a, b) -> edges[a][b]))
                    .as("seed " + seed)
                    .isEqualTo(exactly(tried(edges, 0, new boolean[people])));
        }
    }

    private static long tried(boolean[][] edges, int from, boolean[] taken) {
        if (from == edges.length) {
            return 0;
        }
        long most = tried(edges, from + 1, taken);
        for (int other = from + 1; other < edges.length && !taken[from]; other++) {
            if (edges[from][other] && !taken[other]) {
                taken[from] = true;
                taken[other] = true;
                most = Math.max(most, 1 + tried(edges, from + 1, taken));
                taken[from] = false;
                taken[other] = false;
            }
        }
        return most;
    }
}
