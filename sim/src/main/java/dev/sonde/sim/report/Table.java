package dev.sonde.sim.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells under each other; a column is as wide as its widest cell. */
final class Table {

    private static final String GAP = "  ";

    private final boolean[] alignRight;
    private final List<String[]> rows = new ArrayList<>();

    /** @param alignment one letter a column: {@code l} for words, {@code r} for numbers */
    public Table(String alignment) {
        alignRight = new boolean[alignment.length()];
        for (int i = 0; i < alignRight.length; i++) {
            alignRight[i] = alignment.charAt(i) == 'r';
        }
    }

    Table row(String... cells) {
        if (cells.length != alignRight.length) {
            throw new IllegalArgumentException(
                    "a row of this table has " + alignRight.length + " cells, not " + cells.length);
        }
        rows.add(cells.clone());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<String> lines() {
        int[] widths = new int[alignRight.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(i == 0 ? "" : GAP);
                line.append(
                        alignRight[i]
                                ? Text.right(row[i], widths[i])
                                : Text.left(row[i], widths[i]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
