package dev.sonde.server;

import dev.sonde.lobby.Effect;

/** Writes into the log what an operator looks for afterwards: probes, matches, failures. */
final class JournalListener implements PoolListener {

    private final Journal journal;
    private final String pool;

    JournalListener(Journal journal, String pool) {
        this.journal = journal;
        this.pool = pool;
    }

    @Override
    public void effect(long nowNanos, Effect effect) {
        if (effect instanceof Effect.ProbeFinished finished) {
            journal.event(
                    "probe-finished",
                    "pool",
                    pool,
                    "probe",
                    Journal.shown(finished.probe().text()),
                    "outcome",
                    finished.outcome().wireName(),
                    "phase",
                    finished.outcome().phase().wireName());
        } else if (effect instanceof Effect.MatchFormed formed) {
            journal.event(
                    "match-formed",
                    "pool",
                    pool,
                    "match",
                    Journal.shown(formed.match().text()),
                    "members",
                    Integer.toString(formed.members().size()));
        } else if (effect instanceof Effect.MatchCancelled cancelled) {
            journal.event(
                    "match-cancelled",
                    "pool",
                    pool,
                    "match",
                    Journal.shown(cancelled.match().text()),
                    "reason",
                    cancelled.reason());
        } else if (effect instanceof Effect.StrategyFailed failed) {
            journal.event("strategy-failed", "pool", pool, "strategy", failed.strategy());
        }
    }
}
