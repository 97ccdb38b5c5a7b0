package dev.sonde.sim.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML text under construction: whatever comes from outside is escaped, what is opened is closed.
 */
final class Html {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    Html open(String name, String... attributes) {
        tag(name, attributes);
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes an element that stands in a line of its own. */
    Html closeLine() {
        close();
        text.append('\n');
        return this;
    }

    /** An element with nothing but words inside. */
    Html element(String name, String words, String... attributes) {
        return open(name, attributes).words(words).close();
    }

    /** An element that has no inside. */
    Html empty(String name, String... attributes) {
        tag(name, attributes);
        return this;
    }

    private void tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        text.append('>');
    }

    Html words(String words) {
        escape(words);
        return this;
    }

    /** Our own text, which is HTML already. */
    Html raw(String html) {
        text.append(html);
        return this;
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.append(isPlain(c) ? c : '\ufffd');
            }
        }
    }

    /** HTML has no control characters but these. */
    private static boolean isPlain(char c) {
        return c >= ' ' ? c != '\u007f' : c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
