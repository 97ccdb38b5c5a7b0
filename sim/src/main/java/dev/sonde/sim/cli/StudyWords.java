package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.Metrics;
import dev.sonde.sim.outcome.MostMatches;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.scenario.Bound;
import dev.sonde.sim.scenario.NearestWord;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Vocabulary;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.Measure;
import dev.sonde.sim.study.Plan;
import dev.sonde.sim.study.Run;
import dev.sonde.sim.study.Wish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Studies know no scenarios and no outcomes: here the words of both become those of studies. */
final class StudyWords {

    private StudyWords() {}

    /** What is measured of any of these, in its order. */
    static List<Metric> metrics(List<Workbench.Experiment> experiments) {
        Map<String, Metric> all = new LinkedHashMap<>();
        experiments.forEach(experiment ->
                experiment.metrics().forEach(metric -> all.putIfAbsent(metric.name(), metric)));
        return List.copyOf(all.values());
    }

    static List<Measure> measures(List<Metric> metrics) {
        return metrics.stream()
                .map(metric -> new Measure(metric.name(), metric.unit().text()))
                .toList();
    }

    /** What a scenario wants of its metrics, in the order of the file. */
    static List<Goal> goals(Scenario scenario) {
        return scenario.goals().stream().map(StudyWords::goal).toList();
    }

    private static Goal goal(dev.sonde.sim.scenario.Goal goal) {
        if (goal instanceof dev.sonde.sim.scenario.Goal.Reach reach) {
            Goal.Aim aim = switch (reach.bound().comparator()) {
                case LESS -> Goal.Aim.LESS;
                case AT_MOST -> Goal.Aim.AT_MOST;
                case EQUAL -> Goal.Aim.EQUAL;
                case AT_LEAST -> Goal.Aim.AT_LEAST;
                case GREATER -> Goal.Aim.GREATER;
            };
            return new Goal(
                    goal.metric(), aim, reach.bound().threshold(), reach.bound().text());
        }
        return goal instanceof dev.sonde.sim.scenario.Goal.Minimise
                ? new Goal(goal.metric(), Goal.Aim.MINIMISE, 0, "minimise")
                : new Goal(goal.metric(), Goal.Aim.MAXIMISE, 0, "maximise");
    }

    /** The numbers of a run; NaN for what is measured of other runs only. */
    static Run run(Design design, Plan plan, long number, JudgedRun run) {
        MostMatches most = run.result().most();
        return new Run(
                number,
                plan.setting(number),
                run.result().seed(),
                run.result().verdict().name(),
                design.measures().stream()
                        .mapToDouble(measure -> number(run.metrics(), measure.name()))
                        .toArray(),
                most.count() >= 0 && !most.exact());
    }

    private static double number(Metrics metrics, String name) {
        for (Metrics.Value value : metrics.values()) {
            if (value.metric().name().equals(name)) {
                return value.number();
            }
        }
        return Double.NaN;
    }

    /**
     * Reads {@code metric=width}, such as {@code time-to-match.p95=500ms}.
     *
     * @throws InputException if there is no such metric, or the width is not in its unit
     */
    static Wish wish(String text, List<Metric> metrics) throws InputException {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InputException("--width " + text
                    + " names no metric with a width; write it as share.matched=1%");
        }
        String metric = text.substring(0, equals);
        for (Vocabulary.Metric known : ScenarioWords.metrics(metrics)) {
            if (known.name().equals(metric)) {
                return new Wish(metric, width(text, known, text.substring(equals + 1)));
            }
        }
        throw unknownMetric("--width", metric, metrics);
    }

    private static double width(String text, Vocabulary.Metric metric, String width)
            throws InputException {
        try {
            double value =
                    Bound.parse(metric.name(), "<= " + width, metric.unit()).threshold();
            if (value > 0) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException("--width " + text + ": " + e.getMessage(), e);
        }
        throw new InputException("--width " + text + " would never be reached; give more than 0");
    }

    /**
     * The metric itself.
     *
     * @throws InputException if there is none of that name
     */
    static String metric(String option, String name, List<Metric> metrics) throws InputException {
        if (metrics.stream().noneMatch(metric -> metric.name().equals(name))) {
            throw unknownMetric(option, name, metrics);
        }
        return name;
    }

    private static InputException unknownMetric(
            String option, String metric, List<Metric> metrics) {
        String near =
                NearestWord.help(metric, metrics.stream().map(Metric::name).toList());
        return new InputException(option + ": there is no metric '" + metric + "'; "
                + (near.isEmpty() ? "`sonde schema --metrics` lists them" : near));
    }
}
