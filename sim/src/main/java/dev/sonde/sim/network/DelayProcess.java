package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;

/** Draws one delay after another. */
abstract class DelayProcess {

    static final String KIND = "link-delay";

    /** Half a step of {@link Draws#unit()}: keeps shares away from 0. */
    private static final double HALF_STEP = 0x1.0p-54;

    abstract long nextNanos();

    static DelayProcess of(Delay delay, Choices choices, String owner, String label) {
        return switch (delay.distribution()) {
            case CONSTANT -> new Constant(delay.meanNanos());
            case SERIES -> new Replay(delay);
            default ->
                delay.correlationPpm() == 0
                        ? new Independent(delay.curve(), choices.draws(owner, KIND, label))
                        : new Correlated(delay, choices.draws(owner, KIND, label));
        };
    }

    static double share(Draws draws) {
        return draws.unit() + HALF_STEP;
    }

    private static final class Constant extends DelayProcess {

        private final long nanos;

        Constant(long nanos) {
            this.nanos = nanos;
        }

        @Override
        long nextNanos() {
            return nanos;
        }
    }

    private static final class Replay extends DelayProcess {

        private final Series series;
        private final long baseNanos;
        private long played;

        Replay(Delay delay) {
            this.series = delay.played();
            this.baseNanos = delay.baseNanos();
        }

        @Override
        long nextNanos() {
            return baseNanos + series.delayNanos(played++);
        }
    }

    private static final class Independent extends DelayProcess {

        private final DelayCurve curve;
        private final Draws draws;

        Independent(DelayCurve curve, Draws draws) {
            this.curve = curve;
            this.draws = draws;
        }

        @Override
        long nextNanos() {
            return Math.max(0, Math.round(curve.atShare(share(draws))));
        }
    }

    private static final class Correlated extends DelayProcess {

        private final DelayCurve curve;
        private final Score score;

        Correlated(Delay delay, Draws draws) {
            this.curve = delay.curve();
            this.score = new Score(delay.correlationPpm(), draws);
        }

        @Override
        long nextNanos() {
            return Math.max(0, Math.round(curve.atScore(score.next())));
        }
    }
}
