package dev.sonde.sim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;

/** A YAML text as the JSON tree that a tool with a YAML 1.2 parser sees. */
final class TestTrees {

    private TestTrees() {}

    static String json(String yaml) {
        Node node = NodeReader.read(yaml, new Reading("test", yaml, Vocabulary.OPEN, Path.of("")));
        return node == null ? "null" : json(node).toString();
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof Node.Sequence list) {
            ArrayNode array = make.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = make.objectNode();
            mapping.entries().forEach(each -> object.set(each.key().text(), json(each.value())));
            return object;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (!scalar.plain()) {
            return make.textNode(scalar.text());
        }
        return switch (PlainScalars.type(scalar.text())) {
            case NULL -> make.nullNode();
            case TRUTH -> make.booleanNode(scalar.text().equalsIgnoreCase("true"));
            case INTEGER -> make.numberNode(new BigInteger(scalar.text()));
            case FLOAT -> make.numberNode(new BigDecimal(scalar.text()));
            case STRING -> make.textNode(scalar.text());
        };
    }
}
