package dev.sonde.sim.report;

import java.util.ArrayList;
import java.util.List;

/** Words laid out on lines of a fixed pitch. */
final class Text {

    private Text() {}

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Breaks at spaces so that no line is longer than the width, except for a word that is. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cuts what does not fit, and shows that it did. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 2) + "..";
    }

    /** Two blocks of lines beside each other. */
    static List<String> beside(List<String> left, List<String> right, int leftWidth) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String first = i < left.size() ? left.get(i) : "";
            String second = i < right.size() ? right.get(i) : "";
            lines.add((left(first, leftWidth) + second).stripTrailing());
        }
        return lines;
    }
}
