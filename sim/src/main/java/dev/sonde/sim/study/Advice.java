package dev.sonde.sim.study;

import java.util.List;

/** Which setting to take. */
public sealed interface Advice {

    /** In one sentence, without the full stop. */
    String words();

    /**
     * A setting keeps all bounds, and of those that do it is the best by the first goal to minimise
     * or maximise, then by the next.
     *
     * @param asGood settings that keep all bounds too and that the paired difference of the first
     *     such goal does not tell from it; empty without such a goal
     * @param recheck the same setting on seeds that took no part in the choice: choosing the best
     *     of many also chooses luck. Empty goals if it was not checked again
     */
    record Recommended(int setting, List<Integer> asGood, Recheck recheck, String words)
            implements Advice {

        public Recommended {
            asGood = List.copyOf(asGood);
        }

        /** The same, checked again. */
        public Recommended with(Recheck another) {
            return new Recommended(setting, asGood, another, words);
        }
    }

    /** No setting keeps all bounds, or there are no goals. */
    record None(String words) implements Advice {}

    /**
     * What fresh seeds say.
     *
     * @param firstSeed the first of them
     * @param seeds how many; 0 if there was no recheck
     */
    record Recheck(long firstSeed, long seeds, List<GoalCheck> checks) {

        /** There was none. */
        public static final Recheck NONE = new Recheck(0, 0, List.of());

        public Recheck {
            checks = List.copyOf(checks);
        }

        public boolean wasDone() {
            return seeds > 0;
        }

        /** True if every goal is met again. */
        public boolean confirms() {
            return wasDone() && checks.stream().allMatch(GoalCheck::isMet);
        }
    }
}
