package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Draws;

/** Standard normal scores of which each remembers the one before: autoregressive of order 1. */
final class Score {

    private final double correlation;
    private final double fresh;
    private final Draws draws;
    private boolean started;
    private double last;

    Score(int correlationPpm, Draws draws) {
        this.correlation = correlationPpm / (double) Units.WHOLE_PPM;
        this.fresh = Math.sqrt(1 - correlation * correlation);
        this.draws = draws;
    }

    double next() {
        double innovation = Normal.quantile(DelayProcess.share(draws));
        last = started ? correlation * last + fresh * innovation : innovation;
        started = true;
        return last;
    }
}
