package dev.sonde.sim.network;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a delay in the words that {@link LinkParser} reads; equal delays give equal texts. */
final class DelayText {

    private static final int PPM_DECIMALS_AS_PERCENT = 4;

    private DelayText() {}

    static String of(Delay delay) {
        return switch (delay.distribution()) {
            case CONSTANT -> "delay " + Units.nanosText(delay.meanNanos());
            case QUANTILES ->
                "delay" + correlation(delay) + base(delay) + " distribution quantiles "
                        + delay.quantiles().stream()
                                .map(DelayText::point)
                                .collect(Collectors.joining(","));
            case SERIES ->
                "delay" + base(delay) + " distribution series " + delay.played().name();
            default ->
                "delay " + Units.nanosText(delay.meanNanos())
                        + " " + Units.nanosText(delay.deviationNanos())
                        + correlation(delay)
                        + base(delay)
                        + " distribution " + delay.distribution().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String point(Delay.Quantile quantile) {
        return Units.decimal(quantile.sharePpm(), PPM_DECIMALS_AS_PERCENT) + ":"
                + Units.nanosText(quantile.nanos());
    }

    private static String correlation(Delay delay) {
        return delay.correlationPpm() == 0 ? "" : " " + Units.ppmText(delay.correlationPpm());
    }

    private static String base(Delay delay) {
        boolean given = delay.deviationNanos() > 0
                ? delay.statedBaseNanos() != Delay.DEFAULT_BASE
                : delay.statedBaseNanos() > 0;
        return given ? " base " + Units.nanosText(delay.statedBaseNanos()) : "";
    }
}
