package dev.sonde.sim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks through all decisions, depth first: each run follows the last one up to its last decision
 * that had another answer left. Instants are the soonest and the latest only.
 */
final class TreeWalk implements Schedule {

    private final List<Integer> answers = new ArrayList<>();
    private final List<Integer> bounds = new ArrayList<>();
    private int depth;

    @Override
    public int pick(EnabledEvents enabled) {
        return decide(enabled.count());
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        boolean latest = soonestNanos != latestNanos && decide(2) == 1;
        return latest ? latestNanos : soonestNanos;
    }

    private int decide(int bound) {
        if (depth == answers.size()) {
            answers.add(0);
            bounds.add(bound);
        }
        return answers.get(depth++);
    }

    /** Prepares the next run; false if every one was walked. */
    boolean hasAnother() {
        depth = 0;
        for (int last = answers.size() - 1; last >= 0; last--) {
            int answer = answers.get(last) + 1;
            if (answer < bounds.get(last)) {
                answers.set(last, answer);
                return true;
            }
            answers.remove(last);
            bounds.remove(last);
        }
        return false;
    }
}
