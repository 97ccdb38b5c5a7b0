package dev.sonde.sim.study;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs as tidy CSV: one row for each run and metric, with all that it takes to repeat the run. The
 * columns, whose names stay as they are:
 *
 * <ul>
 *   <li>{@code run}: its number in the whole study, from 1
 *   <li>{@code scenario}, {@code version}, {@code seed}
 *   <li>{@code verdict}: {@code HELD}, {@code VIOLATED} or {@code INCONCLUSIVE}
 *   <li>one for each varied key, named by its path
 *   <li>{@code metric}, {@code unit}; that of {@code optimum.share} is {@code share}, or
 *       {@code share of bound} where the most possible is known as an upper bound only
 *   <li>{@code value}: at most 6 decimals; empty without data
 * </ul>
 */
final class TidyCsv {

    /** The columns before the varied keys. */
    static final List<String> BEFORE = List.of("run", "scenario", "version", "seed", "verdict");

    /** The columns after the varied keys. */
    static final List<String> AFTER = List.of("metric", "unit", "value");

    private final Design design;
    private final List<String> columns = new ArrayList<>();

    /** @param design whose runs are written */
    TidyCsv(Design design) {
        this.design = design;
        columns.addAll(BEFORE);
        columns.addAll(design.keys());
        columns.addAll(AFTER);
    }

    /** The first line. */
    String head() throws IOException {
        return lines(List.of(columns));
    }

    /** All rows of a run. */
    String rows(Run run) throws IOException {
        Setting setting = design.settings().get(run.setting());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < design.measures().size(); i++) {
            List<String> row = new ArrayList<>(columns.size());
            row.add(Long.toString(run.number()));
            row.add(setting.scenario());
            row.add(design.version());
            row.add(Long.toString(run.seed()));
            row.add(run.verdict());
            row.addAll(setting.values());
            Measure measure = design.measures().get(i);
            boolean isOfBound = run.isOfBound() && measure.name().equals(Measure.OPTIMUM);
            row.add(measure.name());
            row.add(isOfBound ? Measure.OF_BOUND : measure.unit());
            row.add(Numbers.text(run.value(i)));
            rows.add(row);
        }
        return lines(rows);
    }

    private static String lines(List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvGenerator csv = new CsvFactory().createGenerator(text)) {
            csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
            csv.setSchema(CsvSchema.emptySchema().withLineSeparator("\n"));
            for (List<String> row : rows) {
                csv.writeStartArray();
                for (String field : row) {
                    csv.writeString(field);
                }
                csv.writeEndArray();
            }
        }
        return text.toString();
    }
}
