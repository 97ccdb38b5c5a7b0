package dev.sonde.lobby;

import java.math.BigDecimal;

/** Instants and durations as short text: {@code 2.5s}, {@code 130ms}, {@code 7ns}. */
final class Times {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;

    private Times() {}

    static long nanos(String text) {
        String unit = text.replaceAll("[0-9.]", "");
        long nanos = switch (unit) {
            case "s" -> SECOND;
            case "ms" -> MILLI;
            case "ns" -> 1;
            default -> throw new IllegalArgumentException("not a time: " + text);
        };
        String number = text.substring(0, text.length() - unit.length());
        return new BigDecimal(number).multiply(BigDecimal.valueOf(nanos)).longValueExact();
    }

    static String text(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 9)) + "s";
    }

    static String text(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
