package dev.sonde.sim.scenario;

/** Whole numbers that may end in k, M or G (powers of 1 000). */
final class Counts {

    static final String PATTERN = "[0-9]+(\\.[0-9]+)?(k|M|G)?";
    static final String HELP = "write a whole number such as 200 or 50M; units are k, M, G";

    private Counts() {}

    /** @throws WordException if it is no count */
    static long parse(String text) {
        Decimals.Split split = Decimals.split(text);
        if (split.number() == null) {
            throw new WordException("'" + Problem.shown(text) + "' is not a whole number", HELP);
        }
        long ones = switch (split.unit()) {
            case "" -> 1L;
            case "k" -> 1_000L;
            case "M" -> 1_000_000L;
            case "G" -> 1_000_000_000L;
            default ->
                throw new WordException(
                        "'" + Problem.shown(split.unit()) + "' is not a unit of counts", HELP);
        };
        return Decimals.parts(text, split.number(), ones, "a whole number", HELP);
    }

    /** With the largest unit that gives a whole number. */
    static String print(long count) {
        if (count != 0 && count % 1_000_000_000L == 0) {
            return count / 1_000_000_000L + "G";
        }
        if (count != 0 && count % 1_000_000L == 0) {
            return count / 1_000_000L + "M";
        }
        return Long.toString(count);
    }
}
