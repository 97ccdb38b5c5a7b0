package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

/**
 * PCT over causal chains (Burckhardt et al. 2010, "A randomized scheduler with probabilistic
 * guarantees of finding bugs"; for messages instead of threads Ozkan et al. 2018, "Randomized
 * testing of distributed systems with probabilistic guarantees").
 *
 * <p>An event goes on with the chain of the event that caused it, unless another one already has;
 * then it begins a chain. Each chain has a random priority and the highest one runs; at
 * {@code depth - 1} steps, drawn from the length of a run, the chain that would run falls below all
 * others. A failure that needs {@code depth} events in a certain order is found in each run with a
 * probability of at least {@code 1 / (chains × steps^(depth-1))}.
 *
 * <p>How long a run will be is not known before it; so it is drawn, each power of two between two
 * bounds being equally likely. That costs a factor, and spares a measurement.
 */
final class Pct implements Strategy {

    private static final long PRIORITIES = 1L << 62;

    private final Grid grid;
    private final int depth;
    private final int shortest;
    private final int longest;

    private final Numbers chainOf = new Numbers();
    private final Numbers eventAt = new Numbers();
    private final Numbers lastOf = new Numbers();
    private final Numbers priorityOf = new Numbers();
    private final long[] changes;

    /**
     * @param depth how many events must come in a certain order, at least 1
     * @param shortest length of a run, as a power of two
     * @param longest as a power of two
     */
    Pct(Grid grid, int depth, int shortest, int longest) {
        this.grid = grid;
        this.depth = depth;
        this.shortest = shortest;
        this.longest = longest;
        this.changes = new long[depth - 1];
    }

    @Override
    public Schedule next(Choices choices) {
        chainOf.clear();
        eventAt.clear();
        lastOf.clear();
        priorityOf.clear();
        Draws draws = choices.draws(Strategies.OWNER, "change", "");
        long steps = 1L << draws.between(shortest, longest);
        for (int i = 0; i < changes.length; i++) {
            changes[i] = 1 + draws.below(steps);
        }
        return new Run(choices.draws(Strategies.OWNER, "priority", ""), grid.instants(choices));
    }

    private final class Run implements Schedule {

        private final Draws draws;
        private final Grid.Instants instants;
        private long step;
        private long chains;

        Run(Draws draws, Grid.Instants instants) {
            this.draws = draws;
            this.instants = instants;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            for (int i = 0; i < enabled.count(); i++) {
                if (chainOf.get(enabled.sequence(i)) == 0) {
                    join(enabled.sequence(i), enabled.cause(i));
                }
            }
            step++;
            int highest = highest(enabled);
            for (int i = 0; i < changes.length; i++) {
                if (changes[i] == step) {
                    // Below all that were drawn, and below those that fell earlier.
                    priorityOf.set(chainOf.get(enabled.sequence(highest)), changes.length - i);
                    highest = highest(enabled);
                }
            }
            eventAt.set(step, enabled.sequence(highest));
            return highest;
        }

        private void join(long event, long cause) {
            long before = eventAt.get(cause);
            long chain = chainOf.get(before);
            if (chain == 0 || lastOf.get(chain) != before) {
                chain = ++chains;
                priorityOf.set(chain, depth + draws.below(PRIORITIES));
            }
            chainOf.set(event, chain);
            lastOf.set(chain, event);
        }

        private int highest(EnabledEvents enabled) {
            int highest = 0;
            for (int i = 1; i < enabled.count(); i++) {
                if (priority(enabled, i) > priority(enabled, highest)) {
                    highest = i;
                }
            }
            return highest;
        }

        private long priority(EnabledEvents enabled, int i) {
            return priorityOf.get(chainOf.get(enabled.sequence(i)));
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return instants.choose(soonestNanos, latestNanos);
        }
    }
}
