package dev.sonde.sim.scenario;

/** Shares: a number and a per cent sign, kept in millionths. */
final class Shares {

    static final String PATTERN = "-?[0-9]+(\\.[0-9]+)?%";
    static final String HELP = "write a share such as 1.5%";

    private static final long PPM_PER_PERCENT = 10_000;

    private Shares() {}

    /**
     * @return millionths
     * @throws WordException if it is no share
     */
    static long parse(String text) {
        Decimals.Split split = Decimals.split(text);
        if (split.number() == null) {
            throw new WordException("'" + Problem.shown(text) + "' is not a share", HELP);
        }
        if (split.unit().isEmpty()) {
            throw new WordException("'" + Problem.shown(text) + "' has no unit", HELP);
        }
        if (!split.unit().equals("%")) {
            throw new WordException(
                    "'" + Problem.shown(split.unit()) + "' is not a unit of shares", HELP);
        }
        return Decimals.parts(text, split.number(), PPM_PER_PERCENT, "0.0001%", HELP);
    }

    static String print(long ppm) {
        return Decimals.print(ppm, PPM_PER_PERCENT) + "%";
    }
}
