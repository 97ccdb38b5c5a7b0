package dev.sonde.sim.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.sonde.sim.explore.Coverage;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.trace.TraceText;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/**
 * What exploring one scenario came to as one JSON object on one line. Only {@code wallMillis} may
 * differ between equal explorations by a number of schedules.
 */
public final class ExploreJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private ExploreJson() {}

    /** The object, without a line break. */
    public static String line(ExploredScenario explored) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(explored, json);
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to take text", e);
        }
        return text.toString();
    }

    private static void write(ExploredScenario explored, JsonGenerator json) throws IOException {
        Tally tally = explored.tally();
        Coverage coverage = explored.coverage();
        json.writeStartObject();
        json.writeStringField("scenario", explored.scenario());
        json.writeStringField("strategy", explored.strategy());
        json.writeNumberField("seed", explored.firstSeed());
        json.writeNumberField("schedules", tally.schedules());
        if (coverage == null || coverage.states() == 0) {
            json.writeNullField("states");
        } else {
            json.writeNumberField("states", coverage.states());
        }
        json.writeBooleanField("complete", coverage != null && coverage.complete());
        json.writeStringField("bounds", coverage == null ? null : coverage.bounds());
        json.writeNumberField("events", tally.events());
        json.writeNumberField("unfinished", tally.unfinished());
        json.writeStringField("digest", TraceText.hex(tally.digest()));
        json.writeBooleanField("asExpected", explored.asExpected());
        violations(explored, json);
        json.writeObjectFieldStart("reached");
        for (Map.Entry<String, Long> label : tally.reached().entrySet()) {
            json.writeNumberField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("wallMillis", explored.wallNanos() / NANOS_PER_MILLI);
        json.writeEndObject();
    }

    private static void violations(ExploredScenario explored, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("violations");
        for (Tally.Found found : explored.tally().found().values()) {
            json.writeStartObject();
            json.writeStringField("claim", found.failure().claim());
            json.writeStringField(
                    "capsule", explored.capsules().get(found.failure().claim()));
            json.writeNumberField("seed", found.seed());
            json.writeNumberField("event", found.failure().event());
            json.writeStringField("why", found.failure().why());
            json.writeNumberField("times", found.times());
            json.writeEndObject();
        }
        if (explored.hungSeed() != null) {
            json.writeStartObject();
            json.writeStringField("claim", null);
            json.writeStringField("capsule", null);
            json.writeNumberField("seed", explored.hungSeed());
            json.writeStringField("why", "the lobby under test did not answer within 10 s");
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
