package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated values, one row per line; what follows a {@code #} is a comment. */
final class CsvTable {

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int COMMA = ',';

    private final String file;
    private final Reading reading;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One line that says something.
     *
     * @param line its number, from 1
     * @param source as it is in the file
     */
    record Row(int line, String source, List<String> cells) {

        /** Where a cell begins, from 1. */
        int columnOf(int cell) {
            int at = 0;
            for (int i = 0; i < cell; i++) {
                at = source.indexOf(COMMA, at) + 1;
            }
            while (at < source.length() && source.charAt(at) == ' ') {
                at++;
            }
            return source.codePointCount(0, at) + 1;
        }
    }

    private CsvTable(String file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    static CsvTable read(String file, String text, Reading reading) {
        CsvTable table = new CsvTable(file, reading);
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            int comment = line.indexOf('#');
            String data = comment < 0 ? line : line.substring(0, comment);
            if (!data.isBlank()) {
                List<String> cells = new ArrayList<>();
                for (String cell : data.split(",", -1)) {
                    cells.add(cell.strip());
                }
                table.rows.add(new Row(number, line, List.copyOf(cells)));
            }
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    static boolean isNumber(String cell) {
        return Decimals.split(cell).number() != null;
    }

    /** A cell of milliseconds as nanoseconds; null, with a problem noted, if it is none. */
    @Nullable
    Long millis(Row row, int cell) {
        String text = row.cells().get(cell);
        Decimals.Split split = Decimals.split(text);
        BigDecimal number = split.number();
        if (number == null || !split.unit().isEmpty() || number.signum() < 0) {
            problem(row, cell, "'" + Problem.shown(text) + "' is not a number of milliseconds",
                    "write a number of at least 0, without a unit");
            return null;
        }
        try {
            return Decimals.parts(text, number, NANOS_PER_MILLI, "a nanosecond", "");
        } catch (WordException e) {
            problem(row, cell, e.problem(), e.help());
            return null;
        }
    }

    void problem(Row row, int cell, String message, String help) {
        reading.problem(new Problem(
                file,
                row.line(),
                row.columnOf(cell),
                Problem.shown(row.cells().get(cell)),
                row.source(),
                message,
                help));
    }

    void problem(String message, String help) {
        reading.problem(new Problem(file, 0, 0, "", "", message, help));
    }
}
