package dev.sonde.sim.oracle;

import dev.sonde.protocol.SubjectId;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The known client's rule of who offers (protocol.md): the lower id; as numbers if JavaScript's
 * {@code Number()} reads both, else in the order of its locale. Written apart from the lobby's own.
 */
final class ClientOrder {

    private static final Pattern DECIMAL =
            Pattern.compile("-?(Infinity|([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE]-?[0-9]+)?)");

    private ClientOrder() {}

    /** Negative if the first one offers, positive if the second one does, 0 if nobody does. */
    static int compare(SubjectId first, SubjectId second) {
        double one = number(first.value());
        double other = number(second.value());
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return byLocale(first.value(), second.value());
        }
        double difference = one - other;
        return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    }

    /** What {@code Number()} makes of it; NaN if nothing. */
    private static double number(String text) {
        char first = text.charAt(0);
        boolean mayBeNumber =
                (first >= '0' && first <= '9') || first == '.' || first == '-' || first == 'I';
        if (!mayBeNumber) {
            return Double.NaN;
        }
        if (first == '0' && text.length() > 2) {
            int radix = switch (text.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 0;
            };
            if (radix != 0) {
                return digits(text, radix);
            }
        }
        return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static double digits(String text, int radix) {
        for (int i = 2; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0) {
                return Double.NaN;
            }
        }
        return new BigInteger(text.substring(2), radix).doubleValue();
    }

    private static int byLocale(String first, String second) {
        int common = StrictMath.min(first.length(), second.length());
        for (int i = 0; i < common; i++) {
            int difference = weight(first.charAt(i)) - weight(second.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        if (first.length() != second.length()) {
            return first.length() - second.length();
        }
        for (int i = 0; i < common; i++) {
            // Lower case before upper, though its code units are larger.
            int difference = second.charAt(i) - first.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** {@code _ - .} before digits before letters, upper case as lower. */
    private static int weight(char c) {
        return switch (c) {
            case '_' -> 0;
            case '-' -> 1;
            case '.' -> 2;
            default -> c <= '9' ? c : c | 0x20;
        };
    }
}
