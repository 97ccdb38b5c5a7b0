package dev.sonde.protocol;

/**
 * Which of two members makes the offer: the rule of the clients that exist (protocol page, The
 * known client). The one with the lower id does: by number if JavaScript's {@code Number()} reads
 * both, else in locale order. Two different ids can be equal by it; then nobody would offer.
 */
public final class Initiative {

    private Initiative() {}

    /** Negative if {@code a} offers, positive if {@code b} does, 0 if neither would. */
    public static int compare(SubjectId a, SubjectId b) {
        double numberA = JsNumber.parse(a.value());
        double numberB = JsNumber.parse(b.value());
        if (Double.isNaN(numberA) || Double.isNaN(numberB)) {
            return compareByLocale(a.value(), b.value());
        }
        double difference = numberA - numberB;
        // Infinity minus Infinity is NaN, which is neither below nor above zero.
        return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    }

    /** True if exactly one of the two would offer, so that they can be probed at all. */
    public static boolean isDecided(SubjectId a, SubjectId b) {
        return compare(a, b) != 0;
    }

    /** Letters are compared without case first; where all is equal, lower case comes first. */
    private static int compareByLocale(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            if (order != 0) {
                return order;
            }
        }
        if (a.length() != b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        // Where only case differs, the lower-case letter has the larger code unit but comes first.
        return -Integer.signum(a.compareTo(b));
    }

    /** {@code _ - .} before digits before letters, which count alike in both cases. */
    private static int rank(char c) {
        if (c == '_') {
            return 0;
        }
        if (c == '-') {
            return 1;
        }
        if (c == '.') {
            return 2;
        }
        if (c <= '9') {
            return 3 + c - '0';
        }
        return 13 + Character.toLowerCase(c) - 'a';
    }
}
