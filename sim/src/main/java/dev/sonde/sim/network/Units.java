package dev.sonde.sim.network;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, shares and rates as words, exactly: decimal text to integers and back. */
public final class Units {

    /** A share of one, in the unit in which shares are kept: 100 % = 1 000 000. */
    static final int WHOLE_PPM = 1_000_000;

    public static final long MILLI_NANOS = 1_000_000L;
    public static final long SECOND_NANOS = 1_000_000_000L;

    /** The longest duration of a link. */
    static final long MAX_NANOS = 3600 * SECOND_NANOS;

    static final long MAX_BITS_PER_SECOND = 1_000_000_000_000L;
    private static final int DECIMALS_OF_PERCENT_IN_PPM = 4;

    /** Short digit runs only, so that a hostile number costs nothing. */
    private static final Pattern QUANTITY =
            Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)([a-z%]*)");

    private Units() {}

    /** Nanoseconds, or -1 if the word is not a duration of at most an hour with its unit. */
    public static long nanos(String word) {
        Matcher matcher = QUANTITY.matcher(word);
        if (!matcher.matches()) {
            return -1;
        }
        long unit = switch (matcher.group(2)) {
            case "ns" -> 1;
            case "us" -> 1_000;
            case "ms" -> MILLI_NANOS;
            case "s" -> SECOND_NANOS;
            case "m", "min" -> 60 * SECOND_NANOS;
            default -> 0;
        };
        return scaled(matcher.group(1), unit, MAX_NANOS);
    }

    /** Millionths, or -1 if the word is not a share from 0 % to 100 % with at most 4 decimals. */
    static int ppm(String word) {
        Matcher matcher = QUANTITY.matcher(word);
        if (!matcher.matches() || !matcher.group(2).equals("%")) {
            return -1;
        }
        return (int) scaled(matcher.group(1), WHOLE_PPM / 100, WHOLE_PPM);
    }

    /** Bits per second, or -1 if the word is not a rate of 1 bit to 1 Tbit a second. */
    static long bitsPerSecond(String word) {
        Matcher matcher = QUANTITY.matcher(word);
        if (!matcher.matches()) {
            return -1;
        }
        long unit = switch (matcher.group(2)) {
            case "bit" -> 1;
            case "kbit" -> 1_000;
            case "mbit" -> 1_000_000;
            case "gbit" -> 1_000_000_000;
            default -> 0;
        };
        long bits = scaled(matcher.group(1), unit, MAX_BITS_PER_SECOND);
        return bits == 0 ? -1 : bits;
    }

    /** Thousandths, or -1 if the word is not a number up to a million with at most 3 decimals. */
    static long thousandths(String word) {
        Matcher matcher = QUANTITY.matcher(word);
        if (!matcher.matches() || !matcher.group(2).isEmpty()) {
            return -1;
        }
        return scaled(matcher.group(1), 1_000, 1_000_000_000L);
    }

    public static String nanosText(long nanos) {
        if (nanos >= SECOND_NANOS) {
            return decimal(nanos, 9) + "s";
        }
        if (nanos >= MILLI_NANOS || nanos == 0) {
            return decimal(nanos, 6) + "ms";
        }
        return nanos >= 1_000 ? decimal(nanos, 3) + "us" : nanos + "ns";
    }

    static String ppmText(int ppm) {
        return decimal(ppm, DECIMALS_OF_PERCENT_IN_PPM) + "%";
    }

    static String rateText(long bitsPerSecond) {
        if (bitsPerSecond >= 1_000_000_000) {
            return decimal(bitsPerSecond, 9) + "gbit";
        }
        if (bitsPerSecond >= 1_000_000) {
            return decimal(bitsPerSecond, 6) + "mbit";
        }
        return bitsPerSecond >= 1_000 ? decimal(bitsPerSecond, 3) + "kbit" : bitsPerSecond + "bit";
    }

    /** The value with its decimal point moved, without zeros at the end. */
    static String decimal(long value, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(value, decimals);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static long scaled(String number, long unit, long max) {
        if (unit == 0) {
            return -1;
        }
        BigDecimal exact = new BigDecimal(number).multiply(BigDecimal.valueOf(unit));
        if (exact.compareTo(BigDecimal.valueOf(max)) > 0) {
            return -1;
        }
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.scale() > 0 ? -1 : stripped.longValueExact();
    }
}
