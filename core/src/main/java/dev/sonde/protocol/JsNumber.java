package dev.sonde.protocol;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * JavaScript's {@code Number(text)} for texts that can be a {@link SubjectId} (ECMA-262,
 * StringToNumber). Ids hold no white space and no plus sign, so neither is handled.
 */
final class JsNumber {

    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE]-?[0-9]+)?");

    private JsNumber() {}

    /** The number, or NaN if JavaScript reads none. */
    static double parse(String text) {
        if (text.equals("Infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        if (text.equals("-Infinity")) {
            return Double.NEGATIVE_INFINITY;
        }
        if (text.length() > 2 && text.charAt(0) == '0') {
            int radix = radix(text.charAt(1));
            if (radix > 0) {
                return withRadix(text, radix);
            }
        }
        // Most ids begin with a letter; the pattern is for the few that may be numbers.
        return text.charAt(0) < 'A' && DECIMAL.matcher(text).matches()
                ? Double.parseDouble(text)
                : Double.NaN;
    }

    private static int radix(char marker) {
        return switch (marker) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static double withRadix(String text, int radix) {
        for (int i = 2; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0) {
                return Double.NaN;
            }
        }
        return new BigInteger(text.substring(2), radix).doubleValue();
    }
}
