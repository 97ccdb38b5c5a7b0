package dev.sonde.sim.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.Writer;

/**
 * A trace as JSON Lines, for programs: one object per entry with {@code event}, {@code atNanos},
 * {@code kind}, {@code from}, {@code to} and {@code what}, in this order.
 */
public final class TraceJson {

    /** How each line begins. */
    static final String FIRST_WORDS = "{\"event\":";

    private TraceJson() {}

    /** Writes all entries; leaves the writer open. */
    public static void write(Trace trace, Writer out) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setRootValueSeparator(null);
            for (TraceEntry entry : trace.entries()) {
                json.writeStartObject();
                json.writeNumberField("event", entry.event());
                json.writeNumberField("atNanos", entry.atNanos());
                json.writeStringField("kind", TraceText.word(entry.kind()));
                json.writeStringField("from", entry.from());
                json.writeStringField("to", entry.to());
                json.writeStringField("what", trace.lexicon().label(entry.what()));
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }
}
