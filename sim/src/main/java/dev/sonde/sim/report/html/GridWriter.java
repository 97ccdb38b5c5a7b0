package dev.sonde.sim.report.html;

import java.util.List;

/** Tables, of their own and as the other form of a chart. */
final class GridWriter {

    /** Marks the heading of a column of numbers. */
    private static final char NUMBERS = '>';

    private GridWriter() {}

    static void write(Html html, Block.Grid grid) {
        html.open("div", "class", "grid");
        if (grid.folded()) {
            html.open("details").element("summary", grid.caption());
            table(html, grid, false);
            html.close();
        } else {
            table(html, grid, true);
        }
        html.closeLine();
    }

    /** A table that may be wider than the page, which then scrolls by itself. */
    private static void table(Html html, Block.Grid grid, boolean isCaptioned) {
        html.open(
                "div",
                "class",
                "wide",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                grid.caption());
        html.open("table");
        if (isCaptioned) {
            html.element("caption", grid.caption());
        }
        html.open("thead").open("tr");
        for (String column : grid.columns()) {
            boolean isNumber = isNumber(column);
            html.element(
                    "th",
                    isNumber ? column.substring(1) : column,
                    "scope",
                    "col",
                    "class",
                    isNumber ? "number" : "words");
        }
        html.close().close().open("tbody").raw("\n");
        for (List<Block.Cell> row : grid.rows()) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(html, row.get(i), isNumber(grid.columns().get(i)), i == 0);
            }
            html.closeLine();
        }
        html.close().close().close();
    }

    private static void cell(Html html, Block.Cell cell, boolean isNumber, boolean isFirst) {
        String style = (isNumber ? "number " : "words ") + cell.tone().styleName();
        if (isFirst) {
            html.open("th", "scope", "row", "class", style);
        } else {
            html.open("td", "class", style);
        }
        PageWriter.sign(html, cell.tone());
        html.words(cell.text()).close();
    }

    private static boolean isNumber(String column) {
        return !column.isEmpty() && column.charAt(0) == NUMBERS;
    }
}
