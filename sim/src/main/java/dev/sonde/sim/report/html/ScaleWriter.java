package dev.sonde.sim.report.html;

import dev.sonde.sim.trace.Decimals;

/** What needs no script to be drawn: bars, and points with intervals, on a common scale. */
final class ScaleWriter {

    private static final double WHOLE = 100;

    private ScaleWriter() {}

    static void write(Html html, Block.Bars bars, String id) {
        double largest =
                bars.bars().stream().mapToDouble(Block.Bar::value).max().orElse(0);
        begin(html, bars.caption(), id, "bars");
        for (Block.Bar bar : bars.bars()) {
            html.open("tr", "class", "depth" + Math.min(2, bar.depth()));
            html.element("th", bar.label(), "scope", "row");
            html.open("td", "class", "track", "aria-hidden", "true");
            if (bar.value() > 0) {
                html.open(
                        "span",
                        "class",
                        "bar-of " + bar.tone().styleName(),
                        "style",
                        "width:" + percent(bar.value(), 0, largest));
                html.close();
            }
            html.close();
            html.element("td", bar.text(), "class", "number").closeLine();
        }
        html.close().close().closeLine();
    }

    static void write(Html html, Block.Intervals intervals, String id) {
        begin(html, intervals.caption(), id, "intervals");
        double from = intervals.from();
        double to = intervals.to();
        for (Block.Interval row : intervals.rows()) {
            html.open("tr").open("th", "scope", "row");
            PageWriter.sign(html, row.tone());
            html.words(row.label()).close();
            html.open("td", "class", "track", "aria-hidden", "true");
            if (!Double.isNaN(intervals.reference())) {
                String at = "left:" + percent(intervals.reference(), from, to);
                html.open("span", "class", "reference", "style", at).close();
            }
            if (!Double.isNaN(row.low())) {
                String left = percent(row.low(), from, to);
                String width = percent(from + Math.max(0, row.high() - row.low()), from, to);
                html.open(
                        "span",
                        "class",
                        "span " + row.tone().styleName(),
                        "style",
                        "left:" + left + ";width:" + width);
                html.close();
            }
            if (!Double.isNaN(row.value())) {
                String at = "left:" + percent(row.value(), from, to);
                html.open("span", "class", "dot " + row.tone().styleName(), "style", at)
                        .close();
            }
            html.close().element("td", row.text(), "class", "number").closeLine();
        }
        html.close().close().closeLine();
    }

    private static void begin(Html html, String caption, String id, String style) {
        html.open("figure", "class", "scale " + style, "aria-labelledby", id);
        html.element("figcaption", caption, "id", id);
        html.open("table").open("tbody").raw("\n");
    }

    private static String percent(double value, double from, double to) {
        double share = to > from ? (value - from) / (to - from) : 0;
        return Decimals.text(WHOLE * Math.min(1, Math.max(0, share))) + "%";
    }
}
