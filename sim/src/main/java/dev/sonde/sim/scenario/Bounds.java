package dev.sonde.sim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bounds of metrics: a comparator and a value in the metric's unit, such as {@code < 90s}. */
final class Bounds {

    static final String PATTERN = "(<|<=|==|>=|>) *"
            + "-?[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h|%|k|M|G|B|kB|MB|GB|KiB|MiB|GiB)?";
    static final String HELP = "write a comparator out of < <= == >= > and a value, such as \"< 90s\"";

    private static final long MILLION = 1_000_000;
    private static final Map<String, Long> ONES = new LinkedHashMap<>();
    private static final Map<String, Long> BYTES = new LinkedHashMap<>();

    static {
        ONES.put("", 1L);
        ONES.put("k", 1_000L);
        ONES.put("M", 1_000_000L);
        ONES.put("G", 1_000_000_000L);
        BYTES.put("GiB", 1L << 30);
        BYTES.put("MiB", 1L << 20);
        BYTES.put("KiB", 1L << 10);
        BYTES.put("GB", 1_000_000_000L);
        BYTES.put("MB", 1_000_000L);
        BYTES.put("kB", 1_000L);
        BYTES.put("B", 1L);
        BYTES.put("", 1L);
    }

    private Bounds() {}

    /**
     * Reads a bound of a metric whose unit follows from the text.
     *
     * @throws WordException if it is no bound
     */
    static Bound parse(String metric, String text) {
        return parse(metric, text, unitOf(text));
    }

    /**
     * Reads a bound of a metric of this unit.
     *
     * @throws WordException if it is no bound, or one in another unit
     */
    static Bound parse(String metric, String text, Bound.Unit unit) {
        Bound.Comparator comparator = comparator(text);
        String value = text.substring(comparator.sign().length()).strip();
        int offset = text.length() - value.length();
        try {
            return new Bound(metric, comparator, unit, value(value, unit));
        } catch (WordException e) {
            throw new WordException(
                    e.problem() + "; " + metric + " is " + what(unit),
                    e.help(),
                    offset);
        }
    }

    static String print(Bound bound) {
        String value = switch (bound.unit()) {
            case DURATION -> Durations.print(bound.value());
            case SHARE -> Shares.print(bound.value());
            case NUMBER -> Decimals.print(bound.value(), MILLION);
            case SIZE -> Decimals.print(bound.value(), MILLION) + "B";
        };
        return bound.comparator().sign() + " " + value;
    }

    private static Bound.Comparator comparator(String text) {
        Bound.Comparator found = null;
        for (Bound.Comparator comparator : Bound.Comparator.values()) {
            boolean longer = found == null || comparator.sign().length() > found.sign().length();
            if (text.startsWith(comparator.sign()) && longer) {
                found = comparator;
            }
        }
        if (found == null) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' does not begin with a comparator",
                    NearestWord.helpOr(text, List.of("minimise", "maximise"), HELP));
        }
        return found;
    }

    private static Bound.Unit unitOf(String text) {
        String unit = Decimals.split(text.replaceFirst("^[<=>]+ *", "")).unit();
        if (unit.equals("%")) {
            return Bound.Unit.SHARE;
        }
        if (ONES.containsKey(unit)) {
            return Bound.Unit.NUMBER;
        }
        return BYTES.containsKey(unit) ? Bound.Unit.SIZE : Bound.Unit.DURATION;
    }

    private static long value(String text, Bound.Unit unit) {
        return switch (unit) {
            case DURATION -> Durations.parse(text);
            case SHARE -> Shares.parse(text);
            case NUMBER -> scaled(text, ONES, "write a number such as 2, 1.5 or 50k");
            case SIZE -> scaled(text, BYTES, "write a size such as 64KiB or 512B");
        };
    }

    private static long scaled(String text, Map<String, Long> units, String help) {
        Decimals.Split split = Decimals.split(text);
        if (split.number() == null) {
            throw new WordException("'" + Problem.shown(text) + "' is not a number", help);
        }
        Long ones = units.get(split.unit());
        if (ones == null) {
            throw new WordException(
                    split.unit().isEmpty()
                            ? "'" + Problem.shown(text) + "' has no unit"
                            : "'" + Problem.shown(split.unit()) + "' is not a unit of it",
                    help);
        }
        return Decimals.parts(text, split.number(), ones * MILLION, "a millionth", help);
    }

    private static String what(Bound.Unit unit) {
        return switch (unit) {
            case DURATION -> "a duration";
            case SHARE -> "a share";
            case NUMBER -> "a number";
            case SIZE -> "a size";
        };
    }
}
