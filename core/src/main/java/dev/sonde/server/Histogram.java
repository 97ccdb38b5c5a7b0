package dev.sonde.server;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts of values up to each bound, as Prometheus wants them. For any thread. */
final class Histogram {

    private final String name;
    private final String labels;
    private final double[] bounds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    /** @param bounds rising; values above the last one are counted too */
    Histogram(String name, String labels, double... bounds) {
        this.name = name;
        this.labels = labels;
        this.bounds = bounds.clone();
        this.counts = new LongAdder[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    String name() {
        return name;
    }

    void record(double value) {
        int bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(value);
    }

    void write(StringBuilder text) {
        String before = labels.isEmpty() ? "" : labels + ",";
        String alone = labels.isEmpty() ? "" : "{" + labels + "}";
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i].sum();
            String bound = i < bounds.length ? Double.toString(bounds[i]) : "+Inf";
            text.append(name).append("_bucket{").append(before);
            text.append("le=\"").append(bound).append("\"} ").append(total).append('\n');
        }
        text.append(name)
                .append("_sum")
                .append(alone)
                .append(' ')
                .append(sum.sum())
                .append('\n');
        text.append(name)
                .append("_count")
                .append(alone)
                .append(' ')
                .append(total)
                .append('\n');
    }
}
