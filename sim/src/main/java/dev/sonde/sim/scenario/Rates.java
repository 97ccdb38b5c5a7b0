package dev.sonde.sim.scenario;

/** Rates: so many in a second, a minute or an hour, such as {@code 2/s}. */
final class Rates {

    static final String PATTERN = "[0-9]+(\\.[0-9]+)?/(s|m|h)";
    static final String HELP = "write a rate such as 2/s; units are /s, /m, /h";

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MILLION = 1_000_000;

    private Rates() {}

    /** @throws WordException if it is no rate */
    static Rate parse(String text) {
        Decimals.Split split = Decimals.split(text);
        if (split.number() == null) {
            throw new WordException("'" + Problem.shown(text) + "' is not a rate", HELP);
        }
        if (split.unit().isEmpty()) {
            throw new WordException("'" + Problem.shown(text) + "' has no unit", HELP);
        }
        long period = switch (split.unit()) {
            case "/s" -> SECOND_NANOS;
            case "/m" -> 60 * SECOND_NANOS;
            case "/h" -> 3600 * SECOND_NANOS;
            default ->
                throw new WordException(
                        "'" + Problem.shown(split.unit()) + "' is not a unit of rates", HELP);
        };
        long millionths = Decimals.parts(text, split.number(), MILLION, "a millionth", HELP);
        if (millionths < 1) {
            throw new WordException("'" + Problem.shown(text) + "' is not more than 0", HELP);
        }
        return new Rate(millionths, period);
    }

    static String print(Rate rate) {
        String unit = switch ((int) (rate.periodNanos() / SECOND_NANOS)) {
            case 1 -> "/s";
            case 60 -> "/m";
            default -> "/h";
        };
        return Decimals.print(rate.millionths(), MILLION) + unit;
    }
}
