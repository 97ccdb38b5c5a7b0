package dev.sonde.sim.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a page as one HTML document. All words and tables are there without any script; scripts
 * add charts, stories and the choice between light and dark.
 */
public final class PageWriter {

    /** In the order in which they build on each other. */
    private static final List<String> SCRIPTS =
            List.of("uPlot-1.6.32.min.js", "page.js", "charts.js", "story.js", "sequence.js");

    private static final List<String> STYLES = List.of("uPlot-1.6.32.min.css", "page.css");

    /** Nothing is loaded from anywhere, whatever might have got into the page. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private final Html html = new Html();
    private final Page page;
    private int blocks;

    private PageWriter(Page page) {
        this.page = page;
    }

    /** The whole file. */
    public static String html(Page page) {
        PageWriter writer = new PageWriter(page);
        writer.write();
        // What is no character becomes a question mark, rather than an error of whoever writes it.
        String text = writer.html.toString();
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private void write() {
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head();
        html.open("body").raw("\n");
        html.element("a", "Skip to the report", "class", "skip", "href", "#report")
                .raw("\n");
        navigation();
        html.open("main", "id", "report", "tabindex", "-1").raw("\n");
        title();
        page.sections().forEach(this::section);
        html.closeLine();
        html.open("footer")
                .words("Written by Sonde. This file is complete in itself: it loads nothing, and"
                        + " the same input gives the same file. Charts: uPlot 1.6.32,"
                        + " © Leon Sorokin, MIT licence.")
                .closeLine();
        for (String script : SCRIPTS) {
            html.open("script").raw(resource(script)).closeLine();
        }
        html.close().closeLine();
    }

    private void head() {
        html.open("head").raw("\n").empty("meta", "charset", "utf-8").raw("\n");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.raw("\n");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.raw("\n")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .raw("\n");
        html.element("title", page.title() + " · " + page.kind() + " · Sonde").raw("\n");
        for (String style : STYLES) {
            html.open("style").raw(resource(style)).closeLine();
        }
        html.closeLine();
    }

    private void navigation() {
        html.open("header", "class", "bar");
        html.open("nav", "aria-label", "Sections");
        for (Page.Section section : page.sections()) {
            html.element("a", section.title(), "href", "#" + section.id());
        }
        html.close();
        html.element("button", "Theme: system", "type", "button", "id", "theme", "class", "quiet");
        html.closeLine();
    }

    private void title() {
        html.open("section", "class", "title", "aria-labelledby", "title");
        html.element("p", page.kind(), "class", "kind");
        html.element("h1", page.title(), "id", "title");
        html.open("p", "class", "verdict " + page.tone().styleName());
        sign(page.tone());
        html.words(page.verdict()).close();
        html.open("ul", "class", "facts");
        page.facts().forEach(fact -> html.element("li", fact));
        html.close().raw("\n");
        page.summary()
                .forEach(words -> html.element("p", words, "class", "summary").raw("\n"));
        html.open("noscript")
                .element("p", "Scripts are off: charts are shown as tables only.")
                .close();
        html.closeLine();
    }

    private void section(Page.Section section) {
        String heading = section.id() + "-title";
        html.open("section", "id", section.id(), "aria-labelledby", heading).raw("\n");
        html.element("h2", section.title(), "id", heading).raw("\n");
        if (!section.lead().isEmpty()) {
            html.element("p", section.lead(), "class", "lead").raw("\n");
        }
        html.open("div", "class", "blocks").raw("\n");
        section.blocks().forEach(this::block);
        html.close().closeLine();
    }

    private void block(Block block) {
        String id = "b" + ++blocks;
        if (block instanceof Block.Words words) {
            html.open("p", "class", "words " + words.tone().styleName());
            sign(words.tone());
            html.words(words.text()).closeLine();
        } else if (block instanceof Block.Figures figures) {
            figures(figures);
        } else if (block instanceof Block.Code code) {
            html.open("figure", "class", "code").element("figcaption", code.caption());
            html.open("pre", "tabindex", "0", "aria-label", code.caption());
            html.element("code", code.text()).close().closeLine();
        } else if (block instanceof Block.Grid grid) {
            GridWriter.write(html, grid);
        } else if (block instanceof Block.Bars bars) {
            ScaleWriter.write(html, bars, id);
        } else if (block instanceof Block.Intervals intervals) {
            ScaleWriter.write(html, intervals, id);
        } else if (block instanceof Block.Chart chart) {
            ChartWriter.write(html, chart, id);
        } else if (block instanceof Block.Steps steps) {
            StoryWriter.write(html, steps.story(), id);
        }
    }

    private void figures(Block.Figures figures) {
        html.open("dl", "class", "figures");
        for (Block.Figure figure : figures.figures()) {
            html.open("div", "class", figure.tone().styleName());
            html.element("dt", figure.label());
            html.open("dd");
            sign(figure.tone());
            html.words(figure.value());
            if (!figure.note().isEmpty()) {
                html.element("span", figure.note(), "class", "note");
            }
            html.close().close();
        }
        html.closeLine();
    }

    private void sign(Tone tone) {
        sign(html, tone);
    }

    /** What tells a tone without its colour. */
    static void sign(Html html, Tone tone) {
        if (!tone.sign().isEmpty()) {
            html.element("span", tone.sign() + " ", "class", "sign", "aria-hidden", "true");
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
