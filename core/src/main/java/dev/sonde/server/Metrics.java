package dev.sonde.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What an operator counts, as Prometheus' text format 0.0.4. Names that end in {@code _total} are
 * counters, the others gauges or histograms.
 */
final class Metrics {

    final LongAdder connections = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder slowReaders = new LongAdder();

    private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();
    private final Map<String, LongSupplier> gauges = new ConcurrentSkipListMap<>();
    private final List<Histogram> histograms = new ArrayList<>();

    Metrics() {
        gauges.put("sonde_connections", connections::sum);
        counters.put("sonde_messages_sent_total", sent);
        counters.put("sonde_slow_readers_closed_total", slowReaders);
    }

    /** The counter of this name and label; the same object for the same two. */
    LongAdder counter(String name, String labels) {
        String sample = labels.isEmpty() ? name : name + "{" + labels + "}";
        LongAdder known = counters.get(sample);
        return known != null ? known : counters.computeIfAbsent(sample, key -> new LongAdder());
    }

    void handshake(String result) {
        counter("sonde_handshakes_total", "result=\"" + result + "\"").increment();
    }

    /** A packet or frame that did not get as far as the lobby, or a connection cut for it. */
    void guarded(String what) {
        counter("sonde_guarded_total", "what=\"" + what + "\"").increment();
    }

    void gauge(String name, String labels, LongSupplier value) {
        gauges.put(labels.isEmpty() ? name : name + "{" + labels + "}", value);
    }

    /** A histogram, registered before anything is served. */
    Histogram histogram(String name, String labels, double... bounds) {
        Histogram histogram = new Histogram(name, labels, bounds);
        synchronized (histograms) {
            histograms.add(histogram);
        }
        return histogram;
    }

    /** All of it, one sample a line, each name with its type once. */
    String text() {
        StringBuilder text = new StringBuilder();
        String typed = "";
        for (Map.Entry<String, LongAdder> counter : counters.entrySet()) {
            typed = type(text, counter.getKey(), "counter", typed);
            text.append(counter.getKey())
                    .append(' ')
                    .append(counter.getValue().sum())
                    .append('\n');
        }
        for (Map.Entry<String, LongSupplier> gauge : gauges.entrySet()) {
            typed = type(text, gauge.getKey(), "gauge", typed);
            text.append(gauge.getKey()).append(' ');
            text.append(gauge.getValue().getAsLong()).append('\n');
        }
        synchronized (histograms) {
            for (Histogram histogram : histograms) {
                typed = type(text, histogram.name(), "histogram", typed);
                histogram.write(text);
            }
        }
        return text.toString();
    }

    private static String type(StringBuilder text, String sample, String kind, String typed) {
        int labels = sample.indexOf('{');
        String name = labels < 0 ? sample : sample.substring(0, labels);
        if (!name.equals(typed)) {
            text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
        }
        return name;
    }
}
