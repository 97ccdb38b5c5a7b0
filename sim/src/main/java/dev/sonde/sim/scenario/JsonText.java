package dev.sonde.sim.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;

/** Tree to JSON, on one line. */
final class JsonText {

    /** YAML takes fewer characters than JSON as they are: of ASCII, not the delete character. */
    private static final int LAST_AS_IT_IS = '~';

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String of(Node root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setHighestNonEscapedChar(LAST_AS_IT_IS);
            write(root, json);
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to take text", e);
        }
        return text.toString();
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
        if (node instanceof Node.Mapping mapping) {
            json.writeStartObject();
            for (Node.Entry entry : mapping.entries()) {
                json.writeFieldName(entry.key().text());
                write(entry.value(), json);
            }
            json.writeEndObject();
        } else if (node instanceof Node.Sequence list) {
            json.writeStartArray();
            for (Node item : list.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (node instanceof Node.Scalar scalar && isLiteral(scalar)) {
            json.writeRawValue(scalar.text());
        } else if (node instanceof Node.Scalar scalar) {
            json.writeString(scalar.text());
        }
    }

    /** Whole numbers and truth values; all else that a scenario holds is text. */
    private static boolean isLiteral(Node.Scalar scalar) {
        return scalar.plain() && scalar.text().matches("-?(0|[1-9][0-9]*)|true|false");
    }
}
