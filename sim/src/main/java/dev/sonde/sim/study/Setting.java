package dev.sonde.sim.study;

import java.util.List;

/**
 * One of the settings that a study compares.
 *
 * @param scenario its name
 * @param values one for each varied key of the {@link Design}, as a scenario file writes it
 */
public record Setting(String scenario, List<String> values) {

    public Setting {
        values = List.copyOf(values);
    }
}
