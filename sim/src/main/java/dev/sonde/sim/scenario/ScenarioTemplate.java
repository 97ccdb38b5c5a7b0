package dev.sonde.sim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts about the format that ship with it: a scenario to start from, and the JSON Schema. */
public final class ScenarioTemplate {

    private ScenarioTemplate() {}

    /** A commented scenario to start from. */
    public static String text() {
        return resource("template.yaml");
    }

    /** The JSON Schema of scenario files (draft 2020-12). */
    public static String schema() {
        return resource("scenario.schema.json");
    }

    private static String resource(String name) {
        try (InputStream in = ScenarioTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
