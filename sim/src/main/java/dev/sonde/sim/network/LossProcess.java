package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;

/** Decides about one packet after another whether it is lost. */
abstract class LossProcess {

    static final String KIND = "link-loss";

    private static final LossProcess NOTHING = new LossProcess() {
        @Override
        boolean loses(long nowNanos) {
            return false;
        }
    };

    abstract boolean loses(long nowNanos);

    static LossProcess of(Loss loss, Choices choices, String owner, String label) {
        if (loss.isNone()) {
            return NOTHING;
        }
        Draws draws = choices.draws(owner, KIND, label);
        return loss.kind() == Loss.Kind.INDEPENDENT
                ? new Independent(loss, draws)
                : new Chain(loss, draws, choices.draws(owner, KIND, label + "/state"));
    }

    private static final class Independent extends LossProcess {

        private final double share;
        private final Draws draws;

        Independent(Loss loss, Draws draws) {
            this.share = loss.mean();
            this.draws = draws;
        }

        @Override
        boolean loses(long nowNanos) {
            return draws.chance(share);
        }
    }

    /**
     * The chain with two states. After k steps, a difference from the long run is left to
     * {@code memory^k} of itself; in time, k is elapsed time by time per step and need not be
     * whole, which is the two-state chain in continuous time that agrees with the stepped one at
     * its steps.
     */
    private static final class Chain extends LossProcess {

        private final double shareBad;
        private final double memory;
        private final double logMemory;
        private final long stepNanos;
        private final double lossInBad;
        private final double lossInGood;
        private final Draws losses;
        private final Draws states;
        private boolean started;
        private boolean bad;
        private long lastNanos;

        Chain(Loss loss, Draws losses, Draws states) {
            this.shareBad = loss.shareBad();
            this.stepNanos = loss.stepNanos();
            this.memory = loss.memory();
            this.logMemory = memory > 0 ? StrictMath.log(memory) : Double.NEGATIVE_INFINITY;
            this.lossInBad = loss.lossInBadPpm() / (double) Units.WHOLE_PPM;
            this.lossInGood = loss.lossInGoodPpm() / (double) Units.WHOLE_PPM;
            this.losses = losses;
            this.states = states;
        }

        @Override
        boolean loses(long nowNanos) {
            double left = started ? memoryLeft(nowNanos) : 0;
            double toBad = bad ? shareBad + (1 - shareBad) * left : shareBad * (1 - left);
            bad = states.chance(toBad);
            started = true;
            lastNanos = Math.max(lastNanos, nowNanos);
            return losses.chance(bad ? lossInBad : lossInGood);
        }

        private double memoryLeft(long nowNanos) {
            if (stepNanos == 0) {
                return memory;
            }
            long elapsedNanos = nowNanos - lastNanos;
            return elapsedNanos <= 0
                    ? 1
                    : StrictMath.exp(logMemory * ((double) elapsedNanos / stepNanos));
        }
    }
}
