package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;

/**
 * At which instants of its window an event may run.
 *
 * @param soonest as soon as the rules allow
 * @param between anywhere in the window; only strategies that draw can use it
 * @param latest when another event may wait no longer
 */
public record Grid(boolean soonest, boolean between, boolean latest) {

    /** @throws IllegalArgumentException if there is no instant to choose */
    public Grid {
        if (!soonest && !between && !latest) {
            throw new IllegalArgumentException("a grid needs at least one instant to choose");
        }
    }

    /** Draws of instants for one run. */
    Instants instants(Choices choices) {
        return instants(choices, "");
    }

    /** Draws of instants for one of several runs that have the same choices. */
    Instants instants(Choices choices, String run) {
        return new Instants(this, choices.draws(Strategies.OWNER, "instant", run));
    }

    private int size() {
        return (soonest ? 1 : 0) + (between ? 1 : 0) + (latest ? 1 : 0);
    }

    /** Instants out of a grid, drawn. */
    record Instants(Grid grid, Draws draws) {

        long choose(long soonestNanos, long latestNanos) {
            if (soonestNanos == latestNanos) {
                return soonestNanos;
            }
            int size = grid.size();
            int which = size == 1 ? 0 : (int) draws.below(size);
            if (grid.soonest && which-- == 0) {
                return soonestNanos;
            }
            return grid.between && which == 0
                    ? draws.between(soonestNanos, latestNanos)
                    : latestNanos;
        }
    }

    /** As scenarios and reports write it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        append(text, soonest, "soonest");
        append(text, between, "between");
        append(text, latest, "latest");
        return text.append(']').toString();
    }

    private static void append(StringBuilder text, boolean has, String word) {
        if (has) {
            text.append(text.length() > 1 ? ", " : "").append(word);
        }
    }
}
