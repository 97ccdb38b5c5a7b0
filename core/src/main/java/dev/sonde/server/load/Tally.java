package dev.sonde.server.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private volatile List<Slice> slices = List.of();

    /** The messages that were sent from an instant until the next slice began. */
    private record Slice(long fromNanos, Delays delays) {}

    /** Delays of what is sent from now on, until this is called again. */
    synchronized Delays startSlice() {
        Delays delays = new Delays();
        List<Slice> more = new ArrayList<>(slices);
        more.add(new Slice(System.nanoTime(), delays));
        slices = List.copyOf(more);
        return delays;
    }

    /** A message arrived. It counts for the slice it was sent in, however late it is. */
    void arrived(long sentNanos) {
        List<Slice> known = slices;
        for (int i = known.size() - 1; i >= 0; i--) {
            if (sentNanos - known.get(i).fromNanos >= 0) {
                known.get(i).delays.add(System.nanoTime() - sentNanos);
                return;
            }
        }
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
