package dev.sonde.sim.peer;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Which of two members offers, worked out as browsers do: {@code Number(a) - Number(b)} if neither
 * is NaN, else {@code a.localeCompare(b)}.
 *
 * <p>Written from the protocol page alone, beside the server's own rule, so that a test can hold
 * the two against each other. Ids contain only {@code 0-9 A-Z a-z . _ -}.
 */
final class ClientOrder {

    private static final Pattern DECIMAL =
            Pattern.compile("-?(Infinity|([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE]-?[0-9]+)?)");
    private static final Pattern RADIX =
            Pattern.compile("0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)");

    private ClientOrder() {}

    /** Negative if {@code own} offers, positive if {@code peer} does, 0 if neither does. */
    static int compare(String own, String peer) {
        double ownNumber = number(own);
        double peerNumber = number(peer);
        if (!Double.isNaN(ownNumber) && !Double.isNaN(peerNumber)) {
            double difference = ownNumber - peerNumber;
            return difference < 0 ? -1 : difference > 0 ? 1 : 0;
        }
        return localeCompare(own, peer);
    }

    /** JavaScript's {@code Number(text)} (ECMA-262, StringToNumber). */
    static double number(String text) {
        if (text.isEmpty() || !mayBeNumber(text)) {
            return Double.NaN;
        }
        if (RADIX.matcher(text).matches()) {
            int radix = switch (text.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                default -> 2;
            };
            return new BigInteger(text.substring(2), radix).doubleValue();
        }
        return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /** By the first character, which tells for most ids without a look at the patterns. */
    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        return first == '-' || first == '.' || first == 'I' || (first >= '0' && first <= '9');
    }

    /**
     * The root collation of ICU for the characters of ids: letters first by themselves, then case.
     */
    static int localeCompare(String own, String peer) {
        int common = Math.min(own.length(), peer.length());
        for (int i = 0; i < common; i++) {
            int difference = primary(own.charAt(i)) - primary(peer.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        if (own.length() != peer.length()) {
            return own.length() - peer.length();
        }
        for (int i = 0; i < common; i++) {
            // Lower case has the larger code and comes first.
            int difference = peer.charAt(i) - own.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int primary(char c) {
        return switch (c) {
            case '_' -> 0;
            case '-' -> 1;
            case '.' -> 2;
            default -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
        };
    }
}
