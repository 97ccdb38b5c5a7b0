package dev.sonde.sim.cli;

/**
 * A range of seeds, both ends included.
 *
 * @param first the smallest
 * @param last at least {@code first}
 */
record Seeds(long first, long last) {

    /** More would not fit into what a summary keeps. */
    static final long MOST = 10_000_000;

    /**
     * Reads {@code 1..1000}.
     *
     * @throws InputException if it is not such a range
     */
    static Seeds parse(String text) throws InputException {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw wrong(text, "is not a range of seeds");
        }
        try {
            long first = Long.parseLong(text.substring(0, dots));
            long last = Long.parseLong(text.substring(dots + 2));
            if (last < first) {
                throw wrong(text, "ends before it begins");
            }
            if (last - first < 0 || last - first >= MOST) {
                throw wrong(text, "has more than " + MOST + " seeds");
            }
            return new Seeds(first, last);
        } catch (NumberFormatException e) {
            throw wrong(text, "is not a range of whole numbers");
        }
    }

    long count() {
        return last - first + 1;
    }

    private static InputException wrong(String text, String why) {
        return new InputException("--seeds " + text + " " + why + "; write it as 1..1000");
    }
}
