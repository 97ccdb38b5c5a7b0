package dev.sonde.bench.table;

import java.util.Arrays;
import java.util.Locale;

/** Numbers for people: three digits that count, and units that fit. */
final class Figures {

    private static final String[] TIMES = {"ns", "µs", "ms", "s"};
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB"};

    private static final double ALL_BYTES = 1e5;

    private Figures() {}

    /** Three digits that count, and no zeros behind the point. */
    static String short3(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        if (size >= 1000) {
            double step = Math.pow(10, Math.floor(Math.log10(size)) - 2);
            return count(Math.rint(number / step) * step);
        }
        int most = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        String digits = String.format(Locale.ROOT, "%." + most + "f", number);
        return most == 0 ? digits : digits.replaceFirst("\\.?0+$", "");
    }

    /** All digits of a whole number. */
    static String count(double number) {
        return grouped(String.format(Locale.ROOT, "%.0f", number));
    }

    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, ' ');
        }
        return text.toString();
    }

    static String time(double nanos) {
        return scaled(nanos, 1000, TIMES);
    }

    /** Bytes; up to a hundred thousand all of them. */
    static String size(double bytes) {
        return bytes < ALL_BYTES ? bytes(bytes) + " B" : scaled(bytes, 1024, SIZES);
    }

    private static String scaled(double number, double step, String[] units) {
        int unit = 0;
        double value = number;
        while (value >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        return Double.isNaN(value) ? short3(value) : short3(value) + " " + units[unit];
    }

    /** Allocated bytes, and nothing for what the harness takes. */
    static String bytes(double bytes) {
        return bytes < 1 ? "0" : count(bytes);
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
