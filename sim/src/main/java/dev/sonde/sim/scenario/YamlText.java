package dev.sonde.sim.scenario;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tree to YAML text: short things on one line, long ones one below the other. */
final class YamlText {

    private static final int WIDTH = 96;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9._/%+-]*( [A-Za-z0-9._/%+-]+)*");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String of(Node.Mapping root) {
        YamlText text = new YamlText();
        text.entries(root, 0);
        return text.out.toString();
    }

    private void entries(Node.Mapping mapping, int indent) {
        for (Node.Entry entry : mapping.entries()) {
            out.append(" ".repeat(indent)).append(scalar(entry.key())).append(':');
            value(entry.value(), indent, scalar(entry.key()).length() + 1);
        }
    }

    private void value(Node value, int indent, int used) {
        String line = line(value);
        boolean many = value instanceof Node.Sequence list
                && list.items().stream().anyMatch(item -> item instanceof Node.Mapping);
        if (value instanceof Node.Scalar || (!many && indent + used + line.length() < WIDTH)) {
            out.append(' ').append(line).append('\n');
        } else if (value instanceof Node.Mapping mapping) {
            out.append('\n');
            entries(mapping, indent + 2);
        } else if (value instanceof Node.Sequence list) {
            out.append('\n');
            for (Node item : list.items()) {
                out.append(" ".repeat(indent + 2)).append("- ").append(line(item)).append('\n');
            }
        }
    }

    private static String line(Node node) {
        StringBuilder line = new StringBuilder();
        if (node instanceof Node.Scalar scalar) {
            return scalar(scalar);
        }
        if (node instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                line.append(line.isEmpty() ? "" : ", ").append(line(item));
            }
            return "[" + line + "]";
        }
        for (Node.Entry entry : ((Node.Mapping) node).entries()) {
            line.append(line.isEmpty() ? "" : ", ").append(scalar(entry.key())).append(": ");
            line.append(line(entry.value()));
        }
        return "{" + line + "}";
    }

    private static String scalar(Node.Scalar scalar) {
        String text = scalar.text();
        boolean plain = scalar.plain()
                || (PLAIN.matcher(text).matches() && PlainScalars.isStringEverywhere(text));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point == '\n') {
                quoted.append("\\n");
            } else if (point >= ' ' && point < 0x7F) {
                quoted.appendCodePoint(point);
            } else {
                String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
                quoted.append("\\U").append("0".repeat(8 - hex.length())).append(hex);
            }
        });
        return quoted.append('"').toString();
    }
}
