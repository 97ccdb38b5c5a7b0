package dev.sonde.sim.study;

import java.util.List;

/**
 * What a study runs and what it looks at.
 *
 * @param version of the program; the same version repeats every number
 * @param keys paths of the scenario keys that vary; none where scenarios are compared
 * @param settings at least one, in the order in which they are shown
 * @param measures the metrics, in the order in which they are shown
 */
public record Design(
        String version, List<String> keys, List<Setting> settings, List<Measure> measures) {

    public Design {
        keys = List.copyOf(keys);
        settings = List.copyOf(settings);
        measures = List.copyOf(measures);
    }

    /**
     * The place of a metric.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public int measure(String name) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no metric " + name);
    }

    /** A setting in words: {@code key 75ms, other 2}; the scenario's name where nothing varies. */
    public String words(int setting) {
        Setting named = settings.get(setting);
        if (keys.isEmpty()) {
            return named.scenario();
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            words.append(i == 0 ? "" : ", ")
                    .append(key.substring(key.lastIndexOf('.') + 1))
                    .append(' ')
                    .append(named.values().get(i));
        }
        return words.toString();
    }
}
