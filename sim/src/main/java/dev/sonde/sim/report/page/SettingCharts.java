package dev.sonde.sim.report.page;

import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Axis;
import dev.sonde.sim.report.html.Block.Chart;
import dev.sonde.sim.report.html.Block.Interval;
import dev.sonde.sim.report.html.Block.Line;
import dev.sonde.sim.report.html.Block.Marker;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Estimate;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.Measure;
import dev.sonde.sim.study.Results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metrics over the settings of a study: curves where a key has numbers, else points below each
 * other; and paired differences.
 */
final class SettingCharts {

    private static final int MOST_LINES = 6;
    private static final int MOST_ROWS = 40;

    private final Findings findings;
    private final Results results;
    private final Design design;
    private final List<Measure> shown;
    private final int recommended;
    private final NumberKey key;

    /** @param recommended its place, -1 for none */
    SettingCharts(Findings findings, List<Measure> shown, int recommended) {
        this.findings = findings;
        this.results = findings.results();
        this.design = results.design();
        this.shown = shown;
        this.recommended = recommended;
        this.key = NumberKey.of(design);
    }

    /** One block for each metric that has data. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Measure measure : shown) {
            if (hasData(measure)) {
                blocks.add(
                        key.exists() && lines().size() <= MOST_LINES
                                ? chart(measure)
                                : intervals(measure));
            }
        }
        return blocks;
    }

    private boolean hasData(Measure measure) {
        int place = design.measure(measure.name());
        for (int setting = 0; setting < design.settings().size(); setting++) {
            if (results.mean(setting, place).hasData()) {
                return true;
            }
        }
        return false;
    }

    /** The settings of each line: those that differ in the key on the axis only, by its values. */
    private Map<String, List<Integer>> lines() {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        for (int setting = 0; setting < design.settings().size(); setting++) {
            lines.computeIfAbsent(key.others(design, setting), name -> new ArrayList<>())
                    .add(setting);
        }
        lines.values()
                .forEach(settings -> settings.sort((one, other) ->
                        Double.compare(key.value(design, one), key.value(design, other))));
        return lines;
    }

    private Chart chart(Measure measure) {
        int place = design.measure(measure.name());
        Scale scale = scale(measure, place);
        List<Line> lines = new ArrayList<>();
        lines().forEach((name, settings) -> {
            List<Integer> known = settings.stream()
                    .filter(setting -> results.mean(setting, place).hasData())
                    .toList();
            lines.add(line(name.isEmpty() ? "mean, 95 % interval" : name, known, place, scale));
        });
        for (Goal goal : findings.goals()) {
            if (goal.metric().equals(measure.name()) && goal.aim().isBound()) {
                double bound = goal.bound() * scale.by();
                double[] ends = key.ends(design);
                lines.add(Line.of("goal " + goal.text(), ends, new double[] {bound, bound}, true));
            }
        }
        return new Chart(
                measure.label(findings.results().isAnyOfBound()),
                "The mean over the seeds, by " + key.name() + ".",
                new Axis(key.name(), key.unit()),
                new Axis(measure.name(), scale.unit()),
                false,
                lines,
                recommended < 0
                        ? List.of()
                        : List.of(new Marker(key.value(design, recommended), "recommended")));
    }

    private Line line(String name, List<Integer> settings, int place, Scale scale) {
        int size = settings.size();
        double[] xs = new double[size];
        double[] ys = new double[size];
        double[] lows = new double[size];
        double[] highs = new double[size];
        for (int i = 0; i < size; i++) {
            Estimate mean = results.mean(settings.get(i), place);
            xs[i] = key.value(design, settings.get(i));
            ys[i] = mean.value() * scale.by();
            lows[i] = (mean.hasInterval() ? mean.low() : mean.value()) * scale.by();
            highs[i] = (mean.hasInterval() ? mean.high() : mean.value()) * scale.by();
        }
        return new Line(name, xs, ys, lows, highs, false);
    }

    private Block intervals(Measure measure) {
        int place = design.measure(measure.name());
        List<Interval> rows = new ArrayList<>();
        double low = 0;
        double high = 0;
        int count = Math.min(MOST_ROWS, design.settings().size());
        for (int setting = 0; setting < count; setting++) {
            Estimate mean = results.mean(setting, place);
            low = Math.min(low, least(mean));
            high = Math.max(high, most(mean));
            rows.add(row(setting, measure, mean));
        }
        return new Block.Intervals(
                measure.label(findings.results().isAnyOfBound())
                        + ": mean over the seeds with its 95 % interval"
                        + scaleWords(measure, low, high) + rest(count),
                low,
                high > low ? high : low + 1,
                Double.NaN,
                rows);
    }

    /** What each setting gives beyond the base, with the same seeds. */
    List<Block> differences(int base) {
        List<Block> blocks = new ArrayList<>();
        for (Measure measure : shown) {
            if (hasData(measure)) {
                blocks.add(differences(base, measure));
            }
        }
        return blocks;
    }

    private Block differences(int base, Measure measure) {
        int place = design.measure(measure.name());
        List<Interval> rows = new ArrayList<>();
        double most = 0;
        int count = Math.min(MOST_ROWS, design.settings().size());
        for (int setting = 0; setting < count; setting++) {
            if (setting != base) {
                Estimate difference = results.difference(base, setting, place);
                most = Math.max(most, Math.max(-least(difference), most(difference)));
                rows.add(row(setting, measure, difference));
            }
        }
        double end = most == 0 ? 1 : most;
        return new Block.Intervals(
                measure.name() + scaleWords(measure, -end, end) + rest(count), -end, end, 0, rows);
    }

    private String scaleWords(Measure measure, double low, double high) {
        return ", from " + Say.range(measure.unit(), low, high) + ".";
    }

    private String rest(int count) {
        int all = design.settings().size();
        return count < all ? " The first " + count + " of " + all + " settings." : "";
    }

    private Interval row(int setting, Measure measure, Estimate estimate) {
        return new Interval(
                design.words(setting) + (setting == recommended ? " ← recommended" : ""),
                estimate.value(),
                estimate.low(),
                estimate.high(),
                StudyPage.text(measure.unit(), estimate),
                Tone.PLAIN);
    }

    private static double least(Estimate estimate) {
        return !estimate.hasData() ? 0 : estimate.hasInterval() ? estimate.low() : estimate.value();
    }

    private static double most(Estimate estimate) {
        return !estimate.hasData()
                ? 0
                : estimate.hasInterval() ? estimate.high() : estimate.value();
    }

    /** How numbers of a metric stand on an axis. */
    private record Scale(double by, String unit) {}

    private Scale scale(Measure measure, int place) {
        double most = 0;
        for (int setting = 0; setting < design.settings().size(); setting++) {
            most = Math.max(most, most(results.mean(setting, place)));
        }
        return switch (measure.unit()) {
            case "ms" -> most >= 2_000 ? new Scale(1e-3, "s") : new Scale(1, "ms");
            case "share" -> new Scale(100, "%");
            case "bytes" -> new Scale(1e-6, "MB");
            default -> new Scale(1, "");
        };
    }
}
