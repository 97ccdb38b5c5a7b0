package dev.sonde.bench.table;

import java.util.Arrays;
import java.util.Locale;

/** Numbers for people: three digits that count, and units that fit. */
final class Figures {

    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    private Figures() {}

    /** Three digits that count. */
    static String short3(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        int decimals = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : 2;
        return grouped(String.format(Locale.ROOT, "%." + decimals + "f", number));
    }

    private static String grouped(String digits) {
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = end - 3; at > 0 && digits.length() > 4; at -= 3) {
            text.insert(at, ' ');
        }
        return text.toString();
    }

    static String time(double nanos) {
        int unit = 0;
        double value = nanos;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return short3(value) + " " + UNITS[unit];
    }

    static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "–" : bytes < 1 ? "0" : short3(Math.rint(bytes));
    }

    /** The middle one, or the mean of the two in the middle; not a number if there is none. */
    static double median(double[] numbers) {
        if (numbers.length == 0) {
            return Double.NaN;
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
