package dev.sonde.sim.explore;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.sonde.sim.trace.TraceText;

import java.io.IOException;
import java.io.StringWriter;

/**
 * A capsule as JSON, one field a line and one choice a line, so that it can be read and compared.
 * The names of its fields are part of the contract.
 */
public final class CapsuleJson {

    /** The one version of the format there is. */
    static final int FORMAT = 1;

    /** As {@code late}, what scenarios call it too. */
    static final String MOST = "most";

    private static final JsonFactory FACTORY = new JsonFactory();

    private CapsuleJson() {}

    /**
     * The text of a file.
     *
     * @param command what shows the failure again
     */
    public static String write(Capsule capsule, String command) {
        StringBuilder text = new StringBuilder("{\n");
        text.append("\"sonde\": ").append(FORMAT).append(",\n");
        text.append("\"version\": ").append(quoted(capsule.version())).append(",\n");
        text.append("\"claim\": ").append(quoted(capsule.claim())).append(",\n");
        text.append("\"event\": ").append(capsule.event()).append(",\n");
        text.append("\"command\": ").append(quoted(command)).append(",\n");
        text.append("\"seed\": ").append(capsule.seed()).append(",\n");
        text.append("\"choices\": [");
        String separator = "\n";
        for (Choice choice : capsule.choices()) {
            text.append(separator).append("  ").append(choice(choice));
            separator = ",\n";
        }
        text.append(capsule.choices().isEmpty() ? "],\n" : "\n],\n");
        text.append("\"digest\": ")
                .append(quoted(TraceText.hex(capsule.digest())))
                .append(",\n");
        return text.append("\"scenario\": ")
                .append(capsule.scenario())
                .append("\n}\n")
                .toString();
    }

    private static String choice(Choice choice) {
        StringBuilder text = new StringBuilder("{\"run\": ").append(quoted(choice.run()));
        if (!choice.isLateness()) {
            text.append(", \"before\": ").append(quoted(choice.before()));
        }
        if (choice.delayNanos() != 0) {
            String late = choice.delayNanos() == Choice.LATEST ? MOST : choice.delayNanos() + "ns";
            text.append(", \"late\": ").append(quoted(late));
        }
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeString(text);
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to take text", e);
        }
        return out.toString();
    }

    /**
     * Reads the text of a file.
     *
     * @throws CapsuleException if it is no capsule, cut off, or of another version of the format
     */
    public static Capsule read(String text) throws CapsuleException {
        return new CapsuleReader(text).read();
    }
}
