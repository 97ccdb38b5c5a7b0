package dev.sonde.sim.oracle;

import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;
import dev.sonde.sim.kernel.Mix;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measurements and pauses of pairs (protocol.md, Matchmaking). */
final class PairBook {

    /** How far over the limit a round-trip time may be for the plain pause. */
    private static final double NEAR = 1.25;

    /** A measurement may be used again for so long, also where somebody was gone meanwhile. */
    private static final long REUSE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** A pair of which nothing was heard for so long is forgotten. */
    private static final long MEMORY_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final OracleSettings settings;
    private final OracleSettings.Pauses pauses;
    private final Map<Long, Pair> pairs = new LinkedHashMap<>();
    private final ArrayDeque<Pair> oldest = new ArrayDeque<>(1);

    PairBook(OracleSettings settings) {
        this.settings = settings;
        this.pauses = settings.pauses();
    }

    Pair of(Person one, Person other, long nowNanos) {
        long key = key(one, other);
        Pair pair = pairs.get(key);
        if (pair == null) {
            pair = new Pair(key);
            pair.changedAtNanos = nowNanos;
            pair.seenAtNanos = nowNanos;
            pairs.put(key, pair);
            oldest.add(pair);
        }
        return pair;
    }

    /** True if a right lobby may leave the pair alone for a pause. */
    boolean mayRest(Person one, Person other, long nowNanos) {
        Pair pair = pairs.get(key(one, other));
        return pair != null && nowNanos < pair.longestUntilNanos;
    }

    /** True if the pair's last probe failed without a measurement. */
    boolean lastFailed(Person one, Person other) {
        Pair pair = pairs.get(key(one, other));
        return pair != null && pair.lastFailed;
    }

    /** The end of the pause that every right lobby keeps; {@link Person#NEVER} if there is none. */
    long restsUntil(Person one, Person other) {
        Pair pair = pairs.get(key(one, other));
        if (pair == null) {
            return Person.NEVER;
        }
        long newPage = StrictMath.max(one.newPageAtNanos, other.newPageAtNanos);
        long failed = pair.failedAtNanos > newPage ? pair.failedUntilNanos : Person.NEVER;
        return StrictMath.max(pair.overLimitUntilNanos, failed);
    }

    void finished(ProbeLog probe, ProbeOutcome outcome, long nowNanos) {
        Person one = probe.a.person;
        Person other = probe.b.person;
        Pair pair = of(one, other, nowNanos);
        forgetCounts(pair, nowNanos);
        pair.changedAtNanos = nowNanos;
        if (outcome instanceof ProbeOutcome.Complete complete) {
            pair.rttMillis = complete.rttMillis();
            pair.lateFailures = 0;
            pair.allFailures = 0;
            pair.lastFailed = false;
            measured(pair, complete.rttMillis(), nowNanos);
        } else if (outcome instanceof ProbeOutcome.Failed failed) {
            pair.lastFailed = true;
            if (failed.reason() == Reason.TIMEOUT || failed.reason() == Reason.REPORTED_FAILURE) {
                long newPage = StrictMath.max(one.newPageAtNanos, other.newPageAtNanos);
                failed(pair, failed.phase(), newPage, nowNanos);
            }
        }
        long until = StrictMath.max(pair.longestUntilNanos, nowNanos + REUSE_NANOS);
        one.pairsUntilNanos = StrictMath.max(one.pairsUntilNanos, until);
        other.pairsUntilNanos = StrictMath.max(other.pairsUntilNanos, until);
    }

    /** "Pauses that decay": one that is over for as long as it lasted need not count any more. */
    private static void forgetCounts(Pair pair, long nowNanos) {
        if (pair.changedAtNanos + 2 * pair.lastPauseNanos <= nowNanos) {
            pair.farRejections = 0;
            pair.lateFailures = 0;
        }
    }

    private void measured(Pair pair, double rttMillis, long nowNanos) {
        double limit = settings.matchmaker().maxP2pRttMillis().orElse(Double.POSITIVE_INFINITY);
        if (rttMillis <= limit) {
            pair.farRejections = 0;
            pair.overLimitUntilNanos = Person.NEVER;
            pair.longestUntilNanos = Person.NEVER;
            return;
        }
        long pause = pauses.overLimitNanos();
        if (rttMillis > NEAR * limit) {
            pair.allRejections++;
            pause = doubled(pause, pair.farRejections++, pauses.overLimitMaxNanos());
        } else {
            pair.farRejections = 0;
        }
        pair.lastPauseNanos = pause;
        pair.overLimitUntilNanos = nowNanos + pause;
        long longest = doubled(
                pauses.overLimitNanos(),
                StrictMath.max(0, pair.allRejections - 1),
                pauses.overLimitMaxNanos());
        pair.longestUntilNanos = nowNanos + longest;
    }

    private void failed(Pair pair, Phase phase, long newPageNanos, long nowNanos) {
        if (pair.failedAtNanos <= newPageNanos) {
            pair.lateFailures = 0;
        }
        pair.failedAtNanos = nowNanos;
        long shortest = phase == Phase.PREPARING
                ? pauses.preparingNanos()
                : doubled(pauses.failedNanos(), pair.lateFailures++, pauses.failedMaxNanos());
        pair.lastPauseNanos = shortest;
        pair.failedUntilNanos = nowNanos + shortest;
        long longest = phase == Phase.PREPARING
                ? pauses.preparingNanos()
                : doubled(pauses.failedNanos(), pair.allFailures, pauses.failedMaxNanos());
        pair.allFailures++;
        pair.longestUntilNanos = StrictMath.max(pair.longestUntilNanos, nowNanos + longest);
    }

    private static long doubled(long first, int times, long most) {
        long pause = first;
        for (int i = 0; i < times && pause < most; i++) {
            pause *= 2;
        }
        return StrictMath.min(pause, StrictMath.max(first, most));
    }

    /** Drops at most one pair of which nothing was heard for long. */
    void forget(long nowNanos) {
        Pair pair = oldest.peek();
        if (pair == null || nowNanos - pair.seenAtNanos < MEMORY_NANOS) {
            return;
        }
        oldest.remove();
        if (nowNanos - pair.changedAtNanos < MEMORY_NANOS) {
            pair.seenAtNanos = pair.changedAtNanos;
            oldest.add(pair);
        } else {
            pairs.remove(pair.key);
        }
    }

    /** Mixed, one to one: the hash of the bare numbers would be the same for all neighbours. */
    private static long key(Person one, Person other) {
        int low = StrictMath.min(one.number, other.number);
        int high = StrictMath.max(one.number, other.number);
        return Mix.mix(((long) low << 32) | high);
    }
}
