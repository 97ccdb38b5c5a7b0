package dev.sonde.sim.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** Durations: a number and a unit, such as {@code 1.5s}. */
public final class Durations {

    static final String PATTERN = "-?[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h)";
    static final String HELP =
            "write a duration such as 300ms or 1.5s; units are ns, us, ms, s, m, h";

    private static final Map<String, Long> NANOS = new LinkedHashMap<>();

    static {
        NANOS.put("h", 3_600_000_000_000L);
        NANOS.put("m", 60_000_000_000L);
        NANOS.put("s", 1_000_000_000L);
        NANOS.put("ms", 1_000_000L);
        NANOS.put("us", 1_000L);
        NANOS.put("ns", 1L);
    }

    private Durations() {}

    /**
     * @return nanoseconds
     * @throws WordException if it is no duration
     */
    public static long parse(String text) {
        Decimals.Split split = Decimals.split(text);
        if (split.number() == null) {
            throw new WordException("'" + Problem.shown(text) + "' is not a duration", HELP);
        }
        if (split.unit().isEmpty()) {
            throw new WordException("'" + Problem.shown(text) + "' has no unit", HELP);
        }
        Long nanos = NANOS.get(split.unit());
        if (nanos == null) {
            throw new WordException(
                    "'" + Problem.shown(split.unit()) + "' is not a unit of time", HELP);
        }
        return Decimals.parts(text, split.number(), nanos, "a nanosecond", HELP);
    }

    /** In the largest of h, s, ms, us, ns that gives a whole number. */
    static String print(long nanos) {
        for (Map.Entry<String, Long> unit : NANOS.entrySet()) {
            if (nanos % unit.getValue() == 0 && nanos != 0 && !unit.getKey().equals("m")) {
                return nanos / unit.getValue() + unit.getKey();
            }
        }
        return "0s";
    }

    /** @throws WordException if it is no range, or an empty one */
    static DurationRange parseRange(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is not a range of durations",
                    "write a range such as 0ms..50ms");
        }
        long min = parse(text.substring(0, dots));
        long max = parse(text.substring(dots + 2));
        if (min < 0 || max < min) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' is an empty range",
                    "write the shorter duration first, none below 0");
        }
        return new DurationRange(min, max);
    }

    static String printRange(DurationRange range) {
        return print(range.minNanos()) + ".." + print(range.maxNanos());
    }
}
