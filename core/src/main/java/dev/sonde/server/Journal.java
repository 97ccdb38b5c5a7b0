package dev.sonde.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The log: one JSON object a line. It never shows SDP, credentials, tokens, addresses or whole ids;
 * control characters and all that is not ASCII are escaped, and texts are cut after 128 characters,
 * so no sender can forge a line.
 */
final class Journal {

    static final int LONGEST_TEXT = 128;

    private static final int SHOWN_ID_CHARACTERS = 8;

    private final ObjectMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final Consumer<String> lines;

    /** @param lines takes each line without its end, from any thread */
    Journal(Consumer<String> lines) {
        this.lines = lines;
    }

    /** @param pairs keys and values by turns */
    void event(String event, String... pairs) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = json.createGenerator(text)) {
            line.writeStartObject();
            line.writeStringField("at", Instant.now().toString());
            line.writeStringField("event", event);
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                line.writeStringField(pairs[i], cut(pairs[i + 1]));
            }
            line.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        lines.accept(text.toString());
    }

    /**
     * An exception by its class and first place in our code; its message may hold what was sent.
     */
    void failure(String event, Throwable problem) {
        String place = "";
        for (StackTraceElement element : problem.getStackTrace()) {
            if (element.getClassName().startsWith("dev.sonde.")) {
                place = element.toString();
                break;
            }
        }
        event(event, "exception", problem.getClass().getName(), "at-line", place);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** Enough of an id to find it again, too little to use it. */
    static String shown(String id) {
        int start = id.indexOf('_') + 1;
        return id.substring(start, Math.min(id.length(), start + SHOWN_ID_CHARACTERS));
    }
}
