package dev.sonde.sim.testing;

import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioReader;

import java.nio.file.Path;

/** Reads scenarios, for tests: what is wrong with one ends the test. */
public final class Scenarios {

    private static final ScenarioReader READER = Packs.ON_CLASS_PATH.reader();

    private Scenarios() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not a scenario; the message says where and why
     */
    public static Scenario read(Path file) {
        try {
            return READER.read(file);
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Reads a text. Files that it names are looked for in the working directory.
     *
     * @throws IllegalArgumentException if it is not a scenario; the message says where and why
     */
    public static Scenario parse(String text) {
        try {
            return READER.read(text, "scenario", Path.of(""));
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
