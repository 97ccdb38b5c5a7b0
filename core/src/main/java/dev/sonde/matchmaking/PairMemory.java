package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Pauses and measurements of pairs. Nothing here is for ever: a pair is forgotten when its pause
 * has been over for as long as it lasted and its measurement no longer counts.
 */
final class PairMemory {

    /** An instant at which something about a pair ends; out of date if the pair says otherwise. */
    private record Due(long atNanos, long order, Pair pair) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private static final int FEW = 2;

    private final PauseConfig config;
    private final long reuseNanos;
    private final OptionalDouble limitMillis;
    private final PriorityQueue<Due> pauseEnds = new PriorityQueue<>(FEW);
    private final PriorityQueue<Due> forgettings = new PriorityQueue<>(FEW);
    private long order;
    private int size;

    PairMemory(PauseConfig config, long reuseNanos, OptionalDouble limitMillis) {
        this.config = config;
        this.reuseNanos = reuseNanos;
        this.limitMillis = limitMillis;
    }

    static @Nullable Pair find(Person a, Person b) {
        return a.pairs.isEmpty() ? null : a.pairs.get(b.subject);
    }

    static boolean isPaused(Person a, Person b, long nowNanos) {
        Pair pair = find(a, b);
        return pair != null && pair.isPaused(nowNanos);
    }

    /** The pair's measurement if it is fresh enough to need no new probe, else NaN. */
    double reusable(Person a, Person b, long nowNanos) {
        Pair pair = find(a, b);
        if (pair == null || pair.measuredAtNanos == Pair.NEVER) {
            return Double.NaN;
        }
        return nowNanos - pair.measuredAtNanos <= reuseNanos ? pair.rttMillis : Double.NaN;
    }

    /** Takes in the outcome of a probe of two people. */
    void learn(long nowNanos, Person a, Person b, ProbeOutcome outcome, boolean rejected) {
        Pair pair = find(a, b);
        if (pair == null) {
            pair = new Pair(a, b);
            a.pairs.put(b.subject, pair);
            b.pairs.put(a.subject, pair);
            size++;
        }
        long pause = 0;
        if (outcome instanceof ProbeOutcome.Complete complete) {
            pair.measuredAtNanos = nowNanos;
            pair.rttMillis = complete.rttMillis();
            pair.failedInRow = 0;
            if (rejected) {
                pause = overLimit(pair, complete.rttMillis());
            } else {
                pair.overLimitInRow = 0;
            }
        } else if (outcome instanceof ProbeOutcome.Failed failed) {
            pause = failure(pair, failed);
        }
        if (pause > 0) {
            pair.pausedUntilNanos = nowNanos + pause;
            pair.pausedByFailure = !(outcome instanceof ProbeOutcome.Complete);
            pair.awaited = false;
        }
        long remembered = Math.max(nowNanos + 2 * pause, nowNanos + reuseNanos);
        pair.forgottenAtNanos = Math.max(pair.forgottenAtNanos, remembered);
        forgettings.add(new Due(pair.forgottenAtNanos, order++, pair));
    }

    private long overLimit(Pair pair, double rttMillis) {
        boolean near = limitMillis.isPresent()
                && rttMillis <= config.nearFactor() * limitMillis.getAsDouble();
        if (near) {
            pair.overLimitInRow = 0;
            return config.overLimitNanos();
        }
        return doubled(config.overLimitNanos(), config.overLimitMostNanos(), pair.overLimitInRow++);
    }

    private long failure(Pair pair, ProbeOutcome.Failed failed) {
        if (!isOfTheNetwork(failed)) {
            return 0;
        }
        if (failed.phase() == Phase.PREPARING) {
            return config.failedPreparingNanos();
        }
        return doubled(config.failedNanos(), config.failedMostNanos(), pair.failedInRow++);
    }

    /** True if the pair could not be measured, as opposed to somebody being gone. */
    static boolean isOfTheNetwork(ProbeOutcome outcome) {
        return outcome instanceof ProbeOutcome.Failed failed
                && (failed.reason() == Reason.TIMEOUT
                        || failed.reason() == Reason.REPORTED_FAILURE);
    }

    private static long doubled(long first, long most, int times) {
        long pause = first;
        for (int i = 0; i < times && pause < most; i++) {
            pause *= 2;
        }
        return Math.min(pause, most);
    }

    /** A new page of this person: what failed with the old one says nothing about it. */
    void forgetFailures(Person person, long nowNanos) {
        for (Pair pair : person.pairs.values()) {
            pair.failedInRow = 0;
            if (pair.pausedByFailure && pair.isPaused(nowNanos)) {
                pair.pausedUntilNanos = nowNanos;
            }
        }
    }

    /** Makes sure that the end of each pause of a waiting person is woken up for. */
    void await(Person person, long nowNanos) {
        for (Pair pair : person.pairs.values()) {
            if (pair.isPaused(nowNanos) && !pair.awaited && bothWait(pair)) {
                pair.awaited = true;
                pauseEnds.add(new Due(pair.pausedUntilNanos, order++, pair));
            }
        }
    }

    private static boolean bothWait(Pair pair) {
        return pair.a.place.isWaiting() && pair.b.place.isWaiting();
    }

    /** When the next pause of two people ends who both wait, or {@link Deadline#NONE}. */
    long nextPauseEndNanos() {
        dropOutdated();
        Due next = pauseEnds.peek();
        return next == null ? Deadline.NONE : next.atNanos;
    }

    private void dropOutdated() {
        Due next = pauseEnds.peek();
        while (next != null) {
            boolean current = next.atNanos == next.pair.pausedUntilNanos;
            if (current && bothWait(next.pair)) {
                return;
            }
            if (current) {
                next.pair.awaited = false;
            }
            pauseEnds.poll();
            next = pauseEnds.peek();
        }
    }

    /** True if {@link #wake} has something to do. */
    boolean isDue(long nowNanos) {
        Due next = forgettings.peek();
        return (next != null && next.atNanos <= nowNanos) || nextPauseEndNanos() <= nowNanos;
    }

    /** Gives out the pairs whose pause has ended, and forgets what is to be forgotten. */
    void wake(long nowNanos, Consumer<Pair> pauseOver, Consumer<Person> lostAPair) {
        while (nextPauseEndNanos() <= nowNanos) {
            Due due = pauseEnds.remove();
            due.pair.awaited = false;
            pauseOver.accept(due.pair);
        }
        Due next = forgettings.peek();
        while (next != null && next.atNanos <= nowNanos) {
            forgettings.poll();
            Pair pair = next.pair;
            if (next.atNanos == pair.forgottenAtNanos && find(pair.a, pair.b) == pair) {
                pair.a.pairs.remove(pair.b.subject);
                pair.b.pairs.remove(pair.a.subject);
                size--;
                lostAPair.accept(pair.a);
                lostAPair.accept(pair.b);
            }
            next = forgettings.peek();
        }
    }

    /** Pairs that are remembered. */
    int size() {
        return size;
    }
}
