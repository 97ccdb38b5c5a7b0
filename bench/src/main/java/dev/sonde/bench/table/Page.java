package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Per;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as a page of Markdown, with a picture for each plot. */
final class Page {

    private static final String FILE = "README.md";

    private final List<Measured> all;
    private final Machine machine;
    private final LocalDate date;
    private final boolean isShort;
    private final long tookNanos;

    Page(List<Measured> all, Machine machine, LocalDate date, boolean isShort, long tookNanos) {
        this.all = all;
        this.machine = machine;
        this.date = date;
        this.isShort = isShort;
        this.tookNanos = tookNanos;
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

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Results\n\n");
        text.append("Written by `bench/run results").append(isShort ? " --short" : "");
        text.append("` on ").append(date).append(" in ");
        text.append(Figures.short3(Math.rint(tookNanos / 6e9) / 10)).append(" min;\n");
        text.append("[benchmarks](../benchmarks.md) says how, and how each of the others is set");
        text.append(" up. Arms of a row took\nturns in one run; a ratio is the median over the");
        text.append(" rounds, with the least and the most in brackets.\n");
        text.append("✓ and ✗: whether the aim is reached.\n\n");
        machine(text);
        table(text);
        growth(text);
        missing(text);
        return text.toString();
    }

    private void machine(StringBuilder text) {
        text.append("| | |\n|---|---|\n");
        row(text, "processor", machine.processor() + ", " + machine.cores() + " cores");
        row(text, "memory", machine.memoryGiB() + " GiB");
        row(text, "system", machine.system());
        row(text, "JVM", machine.java());
        machine.versions().forEach((arm, version) -> row(text, arm, version));
        text.append('\n');
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void table(StringBuilder text) {
        text.append("## Beside the others\n\n");
        text.append("| | time | bytes allocated | beside | its time | ratio | aim | |\n");
        text.append("|---|--:|--:|---|--:|---|---|---|\n");
        for (Measured measured : all) {
            Study study = measured.study();
            if (study.plot().isWanted()) {
                continue;
            }
            String ours = Study.OURS;
            boolean isHeap = !Double.isNaN(measured.extra(ours)) && study.aims().isEmpty();
            String first = study.title() + ", one " + study.unit();
            String time = isHeap
                    ? Figures.bytes(measured.extra(ours)) + " B"
                    : Figures.time(measured.nanos(ours));
            if (study.aims().isEmpty()) {
                row(text, first, time, "", "", "", "", "", "");
            }
            String bytes = Figures.bytes(measured.bytes(ours));
            for (Aim aim : study.aims()) {
                aim(text, measured, aim, first, time, bytes);
                first = "";
                time = "";
                bytes = "";
            }
        }
        text.append('\n');
    }

    private static void aim(
            StringBuilder text,
            Measured measured,
            Aim aim,
            String first,
            String time,
            String bytes) {
        String other = aim.slower().equals(Study.OURS) ? aim.quicker() : aim.slower();
        Measured.Ratio ratio = measured.ratio(aim.slower(), aim.quicker());
        if (Double.isNaN(ratio.median())) {
            row(text, first, time, bytes, other, "missing", "", aim.what(), "");
            return;
        }
        row(
                text,
                first,
                time,
                bytes,
                other,
                Figures.time(measured.nanos(other)),
                ratio(ratio),
                aim.what(),
                mark(aim, ratio.median()));
    }

    private static String ratio(Measured.Ratio ratio) {
        return String.format(
                Locale.ROOT,
                "%s [%s … %s]",
                Figures.short3(ratio.median()),
                Figures.short3(ratio.least()),
                Figures.short3(ratio.most()));
    }

    private static String mark(Aim aim, double ratio) {
        return !aim.isPromise() ? "" : aim.isMet(ratio) ? "✓" : "✗";
    }

    private void growth(StringBuilder text) {
        for (Measured measured : all) {
            Study study = measured.study();
            List<Plot.Point> points = points(measured);
            if (points.isEmpty()) {
                continue;
            }
            text.append("## ").append(study.title()).append("\n\n");
            text.append("![").append(title(study)).append("](").append(study.id());
            text.append(".svg)\n\n");
            boolean isPerEvent = study.plot().per() == Per.EVENT;
            text.append("| ").append(study.plot().x()).append(" | time per ");
            text.append(study.unit());
            text.append(isPerEvent ? " | events | time per event" : "");
            text.append(" | bytes |\n|--:|--:|--:").append(isPerEvent ? "|--:|--:" : "");
            text.append("|\n");
            for (Arm arm : study.arms()) {
                List<String> cells = new ArrayList<>();
                cells.add(Figures.short3(arm.x()));
                cells.add(Figures.time(measured.nanos(arm.name())));
                if (isPerEvent) {
                    cells.add(Figures.short3(Math.rint(measured.extra(arm.name()))));
                    cells.add(Figures.time(perWhat(measured, arm)));
                }
                cells.add(Figures.bytes(measured.bytes(arm.name())));
                row(text, cells.toArray(String[]::new));
            }
            text.append('\n');
            for (Aim aim : study.aims()) {
                Measured.Ratio ratio = measured.ratio(aim.slower(), aim.quicker());
                text.append("Aim: ").append(aim.what()).append(". Measured: ");
                text.append(ratio(ratio)).append(". ");
                text.append(mark(aim, ratio.median())).append("\n\n");
            }
        }
    }

    private void missing(StringBuilder text) {
        StringBuilder lines = new StringBuilder();
        for (Measured measured : all) {
            measured.missing()
                    .forEach((arm, why) -> lines.append("- ")
                            .append(measured.study().title())
                            .append(": ")
                            .append(arm)
                            .append(": ")
                            .append(why)
                            .append('\n'));
        }
        text.append("## Not measured\n\n");
        text.append(lines.isEmpty() ? "Nothing is missing.\n" : lines);
    }
}
