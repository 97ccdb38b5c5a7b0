package dev.sonde.server.load;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What some of the people of a run lived through. For any thread. */
final class Tally {

    final LongAdder connected = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder matched = new LongAdder();
    final LongAdder signalsSent = new LongAdder();
    final LongAdder signalsHeard = new LongAdder();

    /** Signals of others than the partner, or of another probe. */
    final LongAdder misrouted = new LongAdder();

    /** Round-trip times in matches that no valid report can have. */
    final LongAdder oddTimes = new LongAdder();

    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final Delays calm = new Delays();
    private final Delays attacked = new Delays();
    private volatile long calmFromNanos = Long.MAX_VALUE;
    private volatile long attackedFromNanos = Long.MAX_VALUE;
    private volatile long untilNanos = Long.MAX_VALUE;

    /** What is sent from now on is measured. */
    void startCalm() {
        calmFromNanos = System.nanoTime();
    }

    /** What is sent from now on belongs to the second half. */
    void startAttacked() {
        attackedFromNanos = System.nanoTime();
    }

    /** What is sent from now on is measured no more. */
    void stop() {
        untilNanos = System.nanoTime();
    }

    /** A message arrived. It counts for the half it was sent in, however late it is. */
    void arrived(long sentNanos) {
        if (sentNanos >= calmFromNanos && sentNanos < untilNanos) {
            Delays half = sentNanos < attackedFromNanos ? calm : attacked;
            half.add(System.nanoTime() - sentNanos);
        }
    }

    Delays calm() {
        return calm;
    }

    Delays attacked() {
        return attacked;
    }

    void failed(String reason) {
        failures.computeIfAbsent(reason, key -> new LongAdder()).increment();
    }

    Map<String, Long> failures() {
        Map<String, Long> counts = new TreeMap<>();
        failures.forEach((reason, count) -> counts.put(reason, count.sum()));
        return Collections.unmodifiableMap(counts);
    }
}
