package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.sim.network.Measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a page makes of its pings: it reads its own clock, in whole milliseconds, and takes the
 * median.
 */
final class Samples {

    private final int sent;
    private final long[] millis;
    private final long[] trueNanos;
    private final long driftNanos;

    Samples(Measurement measurement, PageClock clock, Habit habit) {
        List<Measurement.Ping> pings = measurement.pings();
        sent = pings.size();
        long[] read = new long[sent];
        long[] real = new long[sent];
        int count = 0;
        long longest = 0;
        for (int i = 0; i < sent; i++) {
            Measurement.Ping ping = pings.get(i);
            if (ping.pongNanos() >= 0 && habit.counts(i)) {
                read[count] = clock.millis(ping.pongNanos()) - clock.millis(ping.sentNanos());
                real[count] = ping.trueRttNanos();
                longest = Math.max(longest, ping.pongNanos() - ping.sentNanos());
                count++;
            }
        }
        millis = Arrays.copyOf(read, count);
        trueNanos = Arrays.copyOf(real, count);
        driftNanos = clock.driftNanos(longest);
    }

    /** Pongs that count. */
    int count() {
        return millis.length;
    }

    /** The page's result; there must be a pong. */
    long medianMillis() {
        return median(millis);
    }

    /** The same rule over what those pongs really took. */
    long trueMedianNanos() {
        return median(trueNanos);
    }

    /** How far the rate of the clock may have falsified a sample. */
    long driftNanos() {
        return driftNanos;
    }

    ClientMessage.Details details(String candidateType) {
        List<Double> samples = new ArrayList<>(millis.length);
        for (long sample : millis) {
            samples.add((double) sample);
        }
        return new ClientMessage.Details(samples, sent, millis.length, candidateType);
    }

    /** Of an even count the mean of the middle two, rounded as {@code Math.round} does. */
    static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Math.floorDiv(sorted[middle - 1] + sorted[middle] + 1, 2);
    }
}
