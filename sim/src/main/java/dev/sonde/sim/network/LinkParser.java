package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the text of a link, clause by clause. */
final class LinkParser {

    private static final List<String> CLAUSES =
            List.of("delay", "loss", "duplicate", "reorder", "rate", "ordered");
    private static final List<String> DISTRIBUTIONS = List.of(
            "uniform", "normal", "gamma", "lognormal", "weibull", "pareto", "quantiles", "series");
    private static final List<String> SWITCH = List.of("on", "off");

    private static final String DURATION = "a duration with its unit, such as 40ms";
    private static final String SHARE = "a share with at most 4 decimals, such as 1.5%";

    private final Words words;
    private final Function<String, Series> seriesByName;

    private @Nullable Delay delay;
    private @Nullable Loss loss;
    private int duplicatePpm;
    private int reorderPpm;
    private int reorderCorrelationPpm;
    private long rateBitsPerSecond;
    private boolean ordered;

    LinkParser(String text, Function<String, Series> seriesByName) {
        this.words = new Words(text);
        this.seriesByName = seriesByName;
    }

    LinkSpec parse() {
        List<String> open = new ArrayList<>(CLAUSES);
        int last = 0;
        while (words.hasNext()) {
            last = words.position();
            String clause = words.takeOneOf(open, "one of");
            open.remove(clause);
            switch (clause) {
                case "delay" -> delay = delay();
                case "loss" -> loss = loss();
                case "duplicate" -> duplicatePpm = share();
                case "reorder" -> reorder();
                case "rate" -> rateBitsPerSecond = rate();
                default -> ordered = words.takeOneOf(SWITCH, "one of").equals("on");
            }
        }
        return words.checked(
                last,
                () -> new LinkSpec(
                        delay == null ? Delay.NONE : delay,
                        loss == null ? Loss.NONE : loss,
                        duplicatePpm,
                        reorderPpm,
                        reorderCorrelationPpm,
                        rateBitsPerSecond,
                        ordered));
    }

    private Delay delay() {
        int start = words.position();
        long mean = -1;
        long deviation = 0;
        if (startsWithDigit()) {
            if (isShare()) {
                return measured(start, share());
            }
            mean = duration();
        }
        if (mean < 0) {
            return measured(start, 0);
        }
        int correlation = 0;
        if (startsWithDigit()) {
            deviation = duration();
            if (startsWithDigit()) {
                correlation = share();
            }
        }
        long base = words.takes("base") ? duration() : Delay.DEFAULT_BASE;
        Delay.Distribution distribution = distribution();
        return drawn(start, distribution, mean, deviation, correlation, base);
    }

    /** {@code normal} unless another one is named. */
    private Delay.Distribution distribution() {
        if (!words.takes("distribution")) {
            return Delay.Distribution.NORMAL;
        }
        int at = words.position();
        String name = words.takeOneOf(DISTRIBUTIONS, "one of");
        if (name.equals("quantiles") || name.equals("series")) {
            throw words.unexpectedAt(
                    at, "a distribution of mean and deviation; " + name + " takes none", List.of());
        }
        return Delay.Distribution.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Delay drawn(
            int start,
            Delay.Distribution distribution,
            long mean,
            long deviation,
            int correlation,
            long base) {
        boolean plain = distribution == Delay.Distribution.NORMAL && base == Delay.DEFAULT_BASE;
        if (deviation == 0 && plain) {
            return Delay.constant(mean);
        }
        return words.checked(
                start, () -> Delay.of(distribution, mean, deviation, correlation, base));
    }

    /** What needs no mean, because it was measured. */
    private Delay measured(int start, int correlation) {
        long base = words.takes("base") ? duration() : 0;
        if (!words.takes("distribution")) {
            throw words.unexpected(
                    DURATION + ", or distribution quantiles or series",
                    List.of("distribution", "base"));
        }
        String kind = words.takeOneOf(List.of("quantiles", "series"), "without a mean, one of");
        if (kind.equals("quantiles")) {
            List<Delay.Quantile> points = quantiles();
            return words.checked(start, () -> Delay.quantiles(correlation, base, points));
        }
        if (correlation > 0) {
            throw words.unexpectedAt(start, "no correlation: a series has its own", List.of());
        }
        int at = words.position();
        if (!words.hasNext()) {
            throw words.unexpected("the name of a series", List.of());
        }
        String name = words.take();
        return words.checked(at, () -> Delay.series(base, seriesByName.apply(name)));
    }

    private List<Delay.Quantile> quantiles() {
        List<Delay.Quantile> points = new ArrayList<>();
        for (String point : Arrays.asList(words.peek().split(",", -1))) {
            int colon = point.indexOf(':');
            int share = colon < 0 ? -1 : Units.ppm(point.substring(0, colon) + "%");
            long nanos = colon < 0 ? -1 : Units.nanos(point.substring(colon + 1));
            if (share < 0 || nanos < 0) {
                throw words.unexpected(
                        "percent:time, separated by commas, such as 10:32ms,50:135ms", List.of());
            }
            points.add(new Delay.Quantile(share, nanos));
        }
        words.take();
        return points;
    }

    private Loss loss() {
        int start = words.position();
        if (words.takes("gemodel")) {
            return gilbertElliott(start);
        }
        if (!startsWithDigit()) {
            throw words.unexpected(SHARE + ", or gemodel", List.of("gemodel"));
        }
        int mean = share();
        if (!words.takes("burst")) {
            return Loss.independent(mean);
        }
        long burst = Units.thousandths(words.peek());
        if (burst < 0) {
            throw words.unexpected("a number of packets, such as 3", List.of());
        }
        words.take();
        long step = step(Loss.DEFAULT_STEP_NANOS);
        return words.checked(start, () -> Loss.burst(mean, burst, step));
    }

    private Loss gilbertElliott(int start) {
        int toBad = share();
        int toGood = startsWithDigit() ? share() : Units.WHOLE_PPM - toBad;
        int lossInBad = startsWithDigit() ? share() : Units.WHOLE_PPM;
        int lossInGood = startsWithDigit() ? share() : 0;
        long step = step(0);
        return words.checked(
                start, () -> Loss.gilbertElliott(toBad, toGood, lossInBad, lossInGood, step));
    }

    private long step(long otherwise) {
        if (!words.takes("per")) {
            return otherwise;
        }
        if (words.takes("packet")) {
            return 0;
        }
        int at = words.position();
        long nanos = Units.nanos(words.peek());
        if (nanos <= 0) {
            throw words.unexpectedAt(
                    at, "packet, or a duration above 0 such as 20ms", List.of("packet"));
        }
        words.take();
        return nanos;
    }

    private void reorder() {
        reorderPpm = share();
        if (startsWithDigit()) {
            reorderCorrelationPpm = share();
        }
        if (reorderPpm == 0) {
            reorderCorrelationPpm = 0;
        }
    }

    private long duration() {
        long nanos = Units.nanos(words.peek());
        if (nanos < 0) {
            throw words.unexpected(DURATION, List.of());
        }
        words.take();
        return nanos;
    }

    private int share() {
        int ppm = Units.ppm(words.peek());
        if (ppm < 0) {
            throw words.unexpected(SHARE, List.of());
        }
        words.take();
        return ppm;
    }

    private long rate() {
        long bits = Units.bitsPerSecond(words.peek());
        if (bits < 0) {
            throw words.unexpected("a rate in bit, kbit, mbit or gbit, such as 10mbit", List.of());
        }
        words.take();
        return bits;
    }

    private boolean startsWithDigit() {
        String word = words.peek();
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private boolean isShare() {
        return words.peek().endsWith("%");
    }
}
