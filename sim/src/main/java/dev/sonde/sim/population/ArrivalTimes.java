package dev.sonde.sim.population;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.scenario.Arrivals;
import dev.sonde.sim.scenario.Rate;

import java.util.ArrayList;
import java.util.List;

/** When the people of one crowd arrive, one after another. */
final class ArrivalTimes {

    /** More arrivals than anybody can run: what an endless crowd is cut to. */
    private static final int MOST = 10_000_000;

    private final Draws draws;
    private final long untilNanos;
    private final long most;
    private final List<Long> times = new ArrayList<>();

    /**
     * @param untilNanos nobody arrives later
     * @param most people at the most
     */
    ArrivalTimes(Draws draws, long untilNanos, long most) {
        this.draws = draws;
        this.untilNanos = untilNanos;
        this.most = Math.min(most, MOST);
    }

    /** Instants in order, from {@code fromNanos} on. */
    List<Long> draw(Arrivals arrivals, long fromNanos) {
        if (arrivals instanceof Arrivals.Steady steady) {
            steady(steady, fromNanos, untilNanos);
        } else if (arrivals instanceof Arrivals.Phases phases) {
            long from = fromNanos;
            for (Arrivals.Phase phase : phases.phases()) {
                // The end of a phase is the beginning of the next one, which has that instant.
                steady(phase.arrivals(), from, Math.min(untilNanos, from + phase.forNanos() - 1));
                from += phase.forNanos();
            }
        }
        return times;
    }

    private void steady(Arrivals.Steady steady, long fromNanos, long toNanos) {
        if (steady instanceof Arrivals.Poisson poisson) {
            poisson(poisson.rate(), fromNanos, toNanos);
        } else if (steady instanceof Arrivals.Every every) {
            bursts(1, every.gapNanos(), fromNanos, toNanos);
        } else if (steady instanceof Arrivals.Burst burst) {
            bursts(burst.size(), burst.gapNanos().orElse(Long.MAX_VALUE), fromNanos, toNanos);
        }
    }

    private void poisson(Rate rate, long fromNanos, long toNanos) {
        long at = fromNanos + gap(rate);
        while (at <= toNanos && times.size() < most) {
            times.add(at);
            at += gap(rate);
        }
    }

    private long gap(Rate rate) {
        return StrictMath.round(draws.exponential(rate.meanGapNanos()));
    }

    private void bursts(long size, long gapNanos, long fromNanos, long toNanos) {
        long at = fromNanos;
        while (at <= toNanos && times.size() < most) {
            for (long i = 0; i < size && times.size() < most; i++) {
                times.add(at);
            }
            if (gapNanos > toNanos - at) {
                return;
            }
            at += gapNanos;
        }
    }
}
