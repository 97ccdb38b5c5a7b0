package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Per;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The results as a page of Markdown, with a picture for each plot. */
final class Page {

    private static final String FILE = "README.md";
    private static final double NANOS_PER_MINUTE = 60e9;

    private final List<Measured> all;
    private final Machine machine;
    private final LocalDate date;
    private final String command;
    private final double minutes;

    /** @param command that measured all this */
    Page(List<Measured> all, Machine machine, LocalDate date, String command, long tookNanos) {
        this.all = all;
        this.machine = machine;
        this.date = date;
        this.command = command;
        this.minutes = Math.rint(tookNanos / NANOS_PER_MINUTE * 10) / 10;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), text());
        for (Measured measured : all) {
            List<Plot.Point> points = points(measured);
            if (!points.isEmpty()) {
                Study study = measured.study();
                String svg = new Plot(title(study), study.plot().x(), points).svg();
                Files.writeString(folder.resolve(study.id() + ".svg"), svg);
            }
        }
    }

    String text() {
        Markdown page = new Markdown();
        page.block("# Results");
        page.block("Written by `" + command + "` on " + date + ", in " + Figures.short3(minutes)
                + " minutes. " + reached());
        page.block("""
                Arms of a row took turns in one run. *Takes* is the median of the rounds; \
                *measured* is the
                median of what is read off each round, with the least and the most in brackets: \
                beside a bound
                how many times its time ours takes, \
                beside others how many times as quick ours is.""");
        heap(page);
        table(page, "What is promised", true);
        table(page, "Parts, beside their bounds and other libraries", false);
        growth(page);
        where(page);
        missing(page);
        return page.text().stripTrailing() + "\n";
    }

    private String reached() {
        int promised = 0;
        int met = 0;
        int missing = 0;
        for (Measured measured : all) {
            for (Aim aim : measured.study().aims()) {
                Spread spread = measured.spread(aim);
                promised += aim.isPromise() ? 1 : 0;
                met += aim.isPromise() && aim.isMet(spread.median()) ? 1 : 0;
                missing += aim.isPromise() && !spread.isKnown() ? 1 : 0;
            }
        }
        return "**" + met + " of " + promised + " aims are reached**"
                + (missing == 0 ? "." : ", " + missing + " could not be measured.");
    }

    /** What absolute figures are scaled by. */
    private void heap(Markdown page) {
        all.stream()
                .map(measured -> measured.nanos(Study.HEAP))
                .filter(nanos -> !Double.isNaN(nanos))
                .findFirst()
                .ifPresent(nanos -> page.block("Rates and times among the aims are stated for a"
                        + " machine on which the bare heap takes 112 ns, and\nwhat was measured is"
                        + " scaled to it round by round; here it took " + Figures.time(nanos)
                        + "."));
    }

    private void table(Markdown page, String title, boolean isPromised) {
        List<Measured> wanted = all.stream()
                .filter(measured -> !measured.study().aims().isEmpty())
                .filter(measured ->
                        measured.study().aims().stream().anyMatch(Aim::isPromise) == isPromised)
                .toList();
        if (!wanted.isEmpty()) {
            page.block("## " + title);
            AimRows.write(page, wanted);
        }
    }

    private static String title(Study study) {
        return study.title() + ", time per "
                + (study.plot().per() == Per.EVENT ? "event" : study.unit());
    }

    private static List<Plot.Point> points(Measured measured) {
        List<Plot.Point> points = new ArrayList<>();
        Study study = measured.study();
        if (study.plot().isWanted()) {
            for (Arm arm : study.arms()) {
                double nanos = perWhat(measured, arm);
                if (!Double.isNaN(nanos)) {
                    points.add(new Plot.Point(arm.x(), nanos));
                }
            }
        }
        return points;
    }

    private static double perWhat(Measured measured, Arm arm) {
        double nanos = measured.nanos(arm.name());
        return measured.study().plot().per() == Per.EVENT
                ? nanos / measured.extra(arm.name())
                : nanos;
    }

    private void growth(Markdown page) {
        List<Measured> plotted =
                all.stream().filter(measured -> !points(measured).isEmpty()).toList();
        if (!plotted.isEmpty()) {
            page.block("## Growth");
        }
        for (Measured measured : plotted) {
            Study study = measured.study();
            page.block("### " + study.title());
            page.block("![" + title(study) + "](" + study.id() + ".svg)");
            sizes(page, measured);
            for (Aim aim : study.aims()) {
                Spread spread = measured.spread(aim);
                page.block("Growth from " + aim.second() + " to " + aim.first() + ": "
                        + spread.words(aim.reading()) + ", aim: " + aim.bounded() + " "
                        + AimRows.mark(aim, spread));
            }
        }
    }

    private static void sizes(Markdown page, Measured measured) {
        Study study = measured.study();
        boolean isPerEvent = study.plot().per() == Per.EVENT;
        page.head(
                "| " + study.plot().x() + " | time per " + study.unit()
                        + (isPerEvent ? " | events | time per event" : "") + " | allocates |",
                "|--:|--:|--:" + (isPerEvent ? "|--:|--:" : "") + "|");
        for (Arm arm : study.arms()) {
            List<String> cells = new ArrayList<>();
            cells.add(Figures.count(arm.x()));
            cells.add(Figures.time(measured.nanos(arm.name())));
            if (isPerEvent) {
                cells.add(Figures.count(measured.extra(arm.name())));
                cells.add(Figures.time(perWhat(measured, arm)));
            }
            cells.add(Figures.size(measured.bytes(arm.name())));
            page.row(cells.toArray(String[]::new));
        }
        page.end();
    }

    private void where(Markdown page) {
        page.block("## Where, and how to repeat it");
        page.head("| | |", "|---|---|");
        page.row("processor", machine.processor() + ", " + machine.cores() + " cores");
        page.row("memory", machine.memoryGiB() + " GiB");
        page.row("system", machine.system());
        page.row("JVM", machine.java());
        machine.versions().forEach(page::row);
        page.end();
        page.block("""
                `bench/run results` does it all again: it builds, brings the peers that are \
                missing, \
                and writes
                this page. [Benchmarks](../benchmarks.md) \
                says how each row is measured, and how \
                each of the others
                is set up.""");
    }

    private void missing(Markdown page) {
        page.block("## Not measured");
        boolean isAll = true;
        for (Measured measured : all) {
            for (var missing : measured.missing().entrySet()) {
                page.line("- " + measured.study().title() + ": " + missing.getKey() + ": "
                        + missing.getValue());
                isAll = false;
            }
        }
        if (isAll) {
            page.line("Nothing is missing.");
        }
    }
}
