package dev.sonde.sim.report.html;

import dev.sonde.sim.report.html.Block.Chart;
import dev.sonde.sim.report.html.Block.Line;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;

/** A chart: its words, its numbers for the script, and a table that says the same. */
final class ChartWriter {

    /** Rows of a chart's table; more than these are chosen evenly from all. */
    private static final int MOST_ROWS = 21;

    private ChartWriter() {}

    static void write(Html html, Chart chart, String id) {
        html.open("figure", "class", "chart", "aria-labelledby", id + "-title");
        html.open("figcaption");
        html.element("strong", chart.title(), "id", id + "-title");
        html.element("span", chart.caption(), "class", "note").close().raw("\n");
        html.open("ul", "class", "legend");
        if (chart.lines().size() > 1 || chart.lines().stream().anyMatch(ChartWriter::isBanded)) {
            for (int i = 0; i < chart.lines().size(); i++) {
                html.open("li").open("span", "class", "swatch s" + i % 7, "aria-hidden", "true");
                html.close().words(chart.lines().get(i).name()).close();
            }
        }
        html.close().raw("\n");
        html.open("div", "class", "plot", "id", id, "data-chart", id + "-data").closeLine();
        html.element("p", "", "class", "readout", "aria-hidden", "true").raw("\n");
        html.open("script", "type", "application/json", "id", id + "-data");
        html.raw(json(chart)).closeLine();
        boolean banded = chart.lines().stream().anyMatch(ChartWriter::isBanded);
        for (Line line : chart.lines()) {
            // Beside lines with bands, one without is a bound, which the legend states.
            if (!banded || isBanded(line)) {
                GridWriter.write(html, table(chart, line));
            }
        }
        html.closeLine();
    }

    private static boolean isBanded(Line line) {
        return line.lows().length > 0;
    }

    private static String json(Chart chart) {
        return Json.object(json -> {
            json.writeStringField("title", chart.title());
            json.writeStringField("x", label(chart.horizontal()));
            json.writeStringField("xUnit", chart.horizontal().unit());
            json.writeStringField("y", label(chart.vertical()));
            json.writeStringField("yUnit", chart.vertical().unit());
            json.writeBooleanField("percent", chart.percent());
            json.writeArrayFieldStart("lines");
            for (Line line : chart.lines()) {
                json.writeStartObject();
                json.writeStringField("name", line.name());
                json.writeBooleanField("steps", line.steps());
                Json.numbers(json, "x", line.xs());
                Json.numbers(json, "y", line.ys());
                if (isBanded(line)) {
                    Json.numbers(json, "low", line.lows());
                    Json.numbers(json, "high", line.highs());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("markers");
            for (Block.Marker marker : chart.markers()) {
                json.writeStartObject();
                json.writeFieldName("at");
                Json.number(json, marker.at());
                json.writeStringField("label", marker.label());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String label(Block.Axis axis) {
        return axis.unit().isEmpty() ? axis.label() : axis.label() + ", " + axis.unit();
    }

    private static Block.Grid table(Chart chart, Line line) {
        List<String> columns = new ArrayList<>();
        columns.add(">" + label(chart.horizontal()));
        columns.add(">" + label(chart.vertical()));
        if (isBanded(line)) {
            columns.add(">from");
            columns.add(">to");
        }
        List<List<Block.Cell>> rows = new ArrayList<>();
        int last = line.xs().length - 1;
        int shown = Math.min(MOST_ROWS, last + 1);
        for (int row = 0; row < shown; row++) {
            int i = shown == 1 ? 0 : (int) ((long) last * row / (shown - 1));
            List<Block.Cell> cells = new ArrayList<>();
            cells.add(cell(line.xs()[i]));
            cells.add(cell(line.ys()[i]));
            if (isBanded(line)) {
                cells.add(cell(line.lows()[i]));
                cells.add(cell(line.highs()[i]));
            }
            rows.add(cells);
        }
        String all = shown <= last ? ", " + shown + " of " + (last + 1) + " points" : "";
        return new Block.Grid("As a table: " + line.name() + all, columns, rows, true);
    }

    private static Block.Cell cell(double value) {
        return Block.Cell.of(Double.isFinite(value) ? Decimals.text(value) : "–");
    }
}
