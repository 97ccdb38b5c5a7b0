package dev.sonde.sim.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.report.html.Block.Cell;
import dev.sonde.sim.trace.Story;

import org.junit.jupiter.api.Test;

import java.util.List;

final class PageWriterTest {

    private static final String EVIL = "</script><img src=x onerror=alert(1)>&\"'\u2028";

    private static Page page(Block... blocks) {
        return new Page(
                "Report",
                "title",
                List.of("seed 7"),
                "HELD",
                Tone.GOOD,
                List.of("All went well."),
                List.of(new Page.Section("part", "A part", "Its lead.", List.of(blocks))));
    }

    /** The section's own text, without head, scripts and frame. */
    private static String part(Block... blocks) {
        String html = PageWriter.html(page(blocks));
        int from = html.indexOf("<div class=\"blocks\">\n") + "<div class=\"blocks\">\n".length();
        return html.substring(from, html.indexOf("</div></section>", from));
    }

    @Test
    void wordsTonesAndFiguresAreWrittenAsTheyAre() {
        assertThat(part(
                        new Block.Words("Fine.", Tone.GOOD),
                        new Block.Figures(List.of(
                                new Block.Figure("Matched", "97 %", "of all", Tone.PLAIN)))))
                .isEqualTo("""
                        <p class="words good"><span class="sign" aria-hidden="true">✓ </span>\
                        Fine.</p>
                        <dl class="figures"><div class="plain"><dt>Matched</dt><dd>97 %<span \
                        class="note">of all</span></dd></div></dl>
                        """);
    }

    @Test
    void tablesHaveHeadsOfColumnsAndRows() {
        assertThat(part(new Block.Grid(
                        "Numbers",
                        List.of("Name", ">Size"),
                        List.of(List.of(Cell.of("ann"), new Cell("3", Tone.BAD))),
                        false)))
                .isEqualTo("""
                        <div class="grid"><div class="wide" tabindex="0" role="region" \
                        aria-label="Numbers"><table><caption>Numbers</caption><thead><tr>\
                        <th scope="col" class="words">Name</th><th scope="col" class="number">Size\
                        </th></tr></thead><tbody>
                        <tr><th scope="row" class="words plain">ann</th><td class="number bad">\
                        <span class="sign" aria-hidden="true">✗ </span>3</td></tr>
                        </tbody></table></div></div>
                        """);
    }

    @Test
    void barsAndIntervalsArePlacedOnTheirScale() {
        String bars = part(new Block.Bars(
                "Bars",
                List.of(
                        new Block.Bar("all", 8, "8", Tone.PLAIN, 0),
                        new Block.Bar("some", 2, "2", Tone.DOUBT, 1),
                        new Block.Bar("none", 0, "0", Tone.DOUBT, 1))));
        String intervals = part(new Block.Intervals(
                "Intervals",
                -10,
                10,
                0,
                List.of(new Block.Interval("one", 5, 0, 10, "5", Tone.PLAIN))));

        assertThat(bars).contains("width:100%", "width:25%").doesNotContain("width:0%");
        assertThat(intervals).contains("left:50%", "left:50%;width:50%", "left:75%");
    }

    /** Ids of people come from files of others; nothing in them may become markup or script. */
    @Test
    void whateverComesFromOutsideStaysText() {
        Story story = new Story(
                List.of("server", EVIL),
                List.of(new Story.Chapter(EVIL, List.of())),
                List.of(new Story.Step(
                        1, 0, 0, Story.Kind.MESSAGE, 1, Story.SERVER, EVIL, Story.NONE)),
                List.of(),
                EVIL);
        Block.Line line = Block.Line.of(EVIL, new double[] {1}, new double[] {2}, true);
        Block.Axis axis = new Block.Axis(EVIL, EVIL);
        String html = PageWriter.html(page(
                new Block.Words(EVIL),
                new Block.Code(EVIL, EVIL),
                new Block.Grid(EVIL, List.of(EVIL), List.of(List.of(Cell.of(EVIL))), true),
                new Block.Bars(EVIL, List.of(new Block.Bar(EVIL, 1, EVIL, Tone.PLAIN, 0))),
                new Block.Chart(EVIL, EVIL, axis, axis, false, List.of(line), List.of()),
                new Block.Steps(story)));

        assertThat(html).doesNotContain("<img").doesNotContain("\"'\u2028</");
        assertThat(html.split("</script>", -1)).hasSize(1 + 5 + 2); // ours, and two data islands
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String html = PageWriter.html(page(new Block.Words("x")));

        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContainPattern("(src|href)=\"?(https?:)?//")
                .doesNotContain("@import", "url(", "fetch(", "XMLHttpRequest");
    }

    @Test
    void equalPagesAreEqualBytes() {
        assertThat(PageWriter.html(page(new Block.Words("x"))))
                .isEqualTo(PageWriter.html(page(new Block.Words("x"))));
    }

    @Test
    void tableOfALongLineIsChosenEvenlyAndSaysSo() {
        double[] numbers = new double[400];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        String chart = part(new Block.Chart(
                "Chart",
                "Numbers.",
                new Block.Axis("Time", "s"),
                new Block.Axis("People", ""),
                false,
                List.of(Block.Line.of("line", numbers, numbers, true)),
                List.of(new Block.Marker(12.5, "here"))));

        assertThat(chart)
                .contains("As a table: line, 21 of 400 points")
                .contains("\"markers\":[{\"at\":12.5,\"label\":\"here\"}]")
                .contains(">0</th>", ">399</th>");
        assertThat(chart.split("<tr><th scope=\"row\"", -1)).hasSize(1 + 21);
    }

    @Test
    void rowsOfAnotherWidthAreNoTable() {
        List<List<Cell>> rows = List.of(List.of(Cell.of("a"), Cell.of("b")));

        assertThatThrownBy(() -> new Block.Grid("x", List.of("one"), rows, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each row needs 1 cells");
    }
}
