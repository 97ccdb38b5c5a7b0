package dev.sonde.sim.scenario;

import java.util.List;
import java.util.Locale;

/** Texts about time: distributions, and what comes after a match. */
final class TimeForms {

    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h)";
    private static final String DISTRIBUTION_HELP =
            "write 45ms, 20ms..80ms, exponential 40ms, or normal, lognormal or gamma with mean and"
                    + " standard deviation, such as lognormal 90s 40s";
    private static final List<String> SHAPES =
            List.of("normal", "lognormal", "gamma", "exponential");

    static final ScalarForm<TimeDistribution> DISTRIBUTION = ScalarForm.typed(
            "a distribution of durations",
            NUMBER + "|" + NUMBER + "\\.\\." + NUMBER + "|exponential +" + NUMBER
                    + "|(normal|lognormal|gamma) +" + NUMBER + " +" + NUMBER,
            TimeForms::distribution,
            TimeForms::print);

    static final ScalarForm<AfterMatch> AFTER_MATCH = ScalarForm.typed(
            "`stays`, or `leaves` and a duration",
            "stays|leaves +" + NUMBER,
            TimeForms::afterMatch,
            TimeForms::print);

    static final ScalarForm<ScheduledChoice.Lateness> LATENESS = ScalarForm.typed(
            "a duration, or `most`", "most|" + NUMBER, TimeForms::lateness, TimeForms::print);

    private TimeForms() {}

    private static TimeDistribution distribution(String text) {
        List<String> words = words(text);
        String first = words.get(0);
        boolean number = !first.isEmpty() && "-.0123456789".indexOf(first.charAt(0)) >= 0;
        if (number && words.size() == 1) {
            return first.contains("..")
                    ? new TimeDistribution.Uniform(Durations.parseRange(first))
                    : new TimeDistribution.Constant(atLeastZero(first));
        }
        if (number || !SHAPES.contains(first)) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is not a distribution",
                    NearestWord.helpOr(first, SHAPES, DISTRIBUTION_HELP));
        }
        boolean exponential = first.equals("exponential");
        if (words.size() != (exponential ? 2 : 3)) {
            throw new WordException(
                    "'" + first + "' takes " + (exponential ? "one duration" : "two durations"),
                    DISTRIBUTION_HELP);
        }
        long mean = positive(words.get(1));
        if (exponential) {
            return new TimeDistribution.Exponential(mean);
        }
        TimeDistribution.Shape shape =
                TimeDistribution.Shape.valueOf(first.toUpperCase(Locale.ROOT));
        return new TimeDistribution.Shaped(shape, mean, atLeastZero(words.get(2)));
    }

    private static String print(TimeDistribution value) {
        if (value instanceof TimeDistribution.Constant constant) {
            return Durations.print(constant.nanos());
        }
        if (value instanceof TimeDistribution.Uniform uniform) {
            return Durations.printRange(uniform.range());
        }
        if (value instanceof TimeDistribution.Exponential exponential) {
            return "exponential " + Durations.print(exponential.meanNanos());
        }
        if (value instanceof TimeDistribution.Shaped shaped) {
            return shaped.shape().name().toLowerCase(Locale.ROOT) + " "
                    + Durations.print(shaped.meanNanos()) + " "
                    + Durations.print(shaped.deviationNanos());
        }
        throw new IllegalStateException("no key says that there is no such time");
    }

    private static AfterMatch afterMatch(String text) {
        List<String> words = words(text);
        if (words.size() == 1 && words.get(0).equals("stays")) {
            return new AfterMatch.Stays();
        }
        if (words.size() == 2 && words.get(0).equals("leaves")) {
            return new AfterMatch.Leaves(atLeastZero(words.get(1)));
        }
        throw new WordException(
                "'" + Problem.shown(text) + "' is nothing to do after a match",
                "write stays, or leaves and a duration, such as leaves 10s");
    }

    private static String print(AfterMatch value) {
        return value instanceof AfterMatch.Leaves leaves
                ? "leaves " + Durations.print(leaves.afterNanos())
                : "stays";
    }

    private static ScheduledChoice.Lateness lateness(String text) {
        return new ScheduledChoice.Lateness(
                text.equals("most") ? Long.MAX_VALUE : atLeastZero(text));
    }

    private static String print(ScheduledChoice.Lateness late) {
        return late.nanos() == Long.MAX_VALUE ? "most" : Durations.print(late.nanos());
    }

    /** Texts are short; a hostile one is cut, and then is no text of ours. */
    static List<String> words(String text) {
        String cut = text.length() > 200 ? text.substring(0, 200) : text;
        return List.of(cut.strip().split(" +", -1));
    }

    static long positive(String text) {
        long nanos = Durations.parse(text);
        if (nanos <= 0) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is not more than 0", Durations.HELP);
        }
        return nanos;
    }

    static long atLeastZero(String text) {
        long nanos = Durations.parse(text);
        if (nanos < 0) {
            throw new WordException("'" + Problem.shown(text) + "' is less than 0", Durations.HELP);
        }
        return nanos;
    }
}
