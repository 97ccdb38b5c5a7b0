package dev.sonde.protocol;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/** How large a JSON tree is on the wire. */
final class JsonSize {

    private JsonSize() {}

    /** UTF-8 bytes of the tree without white space. */
    static int of(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
