package dev.sonde.sim.network;

import java.util.ArrayList;
import java.util.List;

/** Rows of milliseconds: comma-separated, one row per line, {@code #} begins a comment. */
final class MillisTable {

    private static final int LONGEST_CELL_SHOWN = 40;

    private MillisTable() {}

    /** Nanoseconds by row and column; empty lines are passed over. */
    static long[][] parse(String csv) {
        List<long[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : csv.lines().toList()) {
            number++;
            int comment = line.indexOf('#');
            String data = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!data.isEmpty()) {
                rows.add(row(data, number));
            }
        }
        return rows.toArray(long[][]::new);
    }

    private static long[] row(String data, int line) {
        String[] cells = data.split(",", -1);
        long[] row = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip();
            row[i] = Units.nanos(cell + "ms");
            if (row[i] < 0) {
                throw new TableSyntaxException(
                        line, shown(cell), "milliseconds from 0 to 3600000, at most 6 decimals");
            }
        }
        return row;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_CELL_SHOWN
                ? text
                : text.substring(0, LONGEST_CELL_SHOWN) + "…";
    }
}
