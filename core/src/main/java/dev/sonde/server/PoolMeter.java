package dev.sonde.server;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** Counts what happens in one pool. */
final class PoolMeter implements PoolListener {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Metrics metrics;
    private final String label;
    private final LongAdder inputs;
    private final LongAdder shed;
    private final LongAdder live = new LongAdder();
    private final LongAdder waiting = new LongAdder();
    private final Histogram lag;
    private final Histogram timeToMatch;
    private final Map<SubjectId, Long> waitingSince = new LinkedHashMap<>();

    PoolMeter(Metrics metrics, String pool) {
        this.metrics = metrics;
        this.label = "pool=\"" + pool + "\"";
        this.inputs = metrics.counter("sonde_inputs_total", label);
        this.shed = metrics.counter("sonde_inputs_shed_total", label);
        this.lag = metrics.histogram(
                "sonde_loop_lag_seconds", label, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.5, 1, 5);
        this.timeToMatch = metrics.histogram(
                "sonde_time_to_match_seconds", label, 0.5, 1, 2, 5, 10, 20, 30, 60, 120);
        metrics.gauge("sonde_probes_live", label, live::sum);
        metrics.gauge("sonde_waiting", label, waiting::sum);
    }

    void depth(IntSupplier depth) {
        metrics.gauge("sonde_loop_queue_depth", label, depth::getAsInt);
    }

    void lag(long nanos) {
        lag.record(nanos / NANOS_PER_SECOND);
    }

    /** An input was given up, since too many wait. */
    void shed() {
        shed.increment();
    }

    /** The lobby threw. */
    void failed() {
        metrics.counter("sonde_lobby_failures_total", label).increment();
    }

    @Override
    public void input(long nowNanos, Input input) {
        inputs.increment();
    }

    @Override
    public void effect(long nowNanos, Effect effect) {
        if (effect instanceof Effect.Refused refused) {
            count("sonde_refusals_total", "reason", refused.reason().wireName());
        } else if (effect instanceof Effect.ProbeCreated) {
            live.increment();
            count("sonde_probes_created_total");
        } else if (effect instanceof Effect.ProbeFinished finished) {
            live.decrement();
            count("sonde_probes_finished_total", "outcome", finished.outcome().wireName());
        } else if (effect instanceof Effect.StayOpened opened) {
            waiting.increment();
            waitingSince.put(opened.subject(), opened.joinedAtNanos());
        } else if (effect instanceof Effect.StayClosed closed) {
            stayClosed(nowNanos, closed);
        } else if (effect instanceof Effect.MatchFormed) {
            count("sonde_matches_total", "state", "formed");
        } else if (effect instanceof Effect.MatchCancelled) {
            count("sonde_matches_total", "state", "cancelled");
        } else if (effect instanceof Effect.StrategyFailed) {
            count("sonde_strategy_failures_total");
        }
    }

    private void stayClosed(long nowNanos, Effect.StayClosed closed) {
        waiting.decrement();
        count("sonde_stays_ended_total", "reason", closed.reason().wireName());
        Long since = waitingSince.remove(closed.subject());
        if (since != null && closed.reason() == dev.sonde.protocol.StayEnd.MATCHED) {
            timeToMatch.record((nowNanos - since) / NANOS_PER_SECOND);
        }
    }

    private void count(String name) {
        metrics.counter(name, label).increment();
    }

    private void count(String name, String key, String value) {
        metrics.counter(name, String.join(",", List.of(label, key + "=\"" + value + "\"")))
                .increment();
    }
}
