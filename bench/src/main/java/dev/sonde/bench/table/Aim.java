package dev.sonde.bench.table;

/**
 * How far to go: a bound on what is read off two arms. What has no bound is for comparison only.
 *
 * @param bounded what is promised, in words; empty for a comparison
 * @param reading what is read off them
 * @param first arm
 * @param second arm; the same one where only one is read
 * @param bound of what is read
 * @param atLeast true if it must be at least the bound, false if at most
 */
record Aim(
        String bounded,
        Reading reading,
        String first,
        String second,
        double bound,
        boolean atLeast) {

    /** Ours is so many times as quick as somebody else, at least. */
    static Aim quicker(String than, double times) {
        return least(Reading.TIMES, than, Study.OURS, times);
    }

    /** Ours takes at most so many times what the bound takes. */
    static Aim within(String bound, double times) {
        return most(Reading.TIMES, Study.OURS, bound, times);
    }

    /** One size takes at most so many times what another size takes. */
    static Aim growth(String large, String small, double times) {
        return most(Reading.TIMES, large, small, times);
    }

    /** Ours beside somebody else, with nothing promised. */
    static Aim beside(String other) {
        return new Aim("", Reading.TIMES, other, Study.OURS, 0, true);
    }

    /** Ours beside what it cannot do without, with nothing promised. */
    static Aim over(String bound) {
        return new Aim("", Reading.TIMES, Study.OURS, bound, 0, true);
    }

    /** The memory of ours beside somebody else's, with nothing promised. */
    static Aim sizeBeside(String other) {
        return new Aim("", Reading.TIMES_SIZE, other, Study.OURS, 0, true);
    }

    /** At least so many operations per second. */
    static Aim perSecond(double operations) {
        return least(Reading.PER_SECOND, Study.OURS, Study.HEAP, operations);
    }

    /** At most this time. */
    static Aim time(double nanos) {
        return most(Reading.TIME, Study.OURS, Study.HEAP, nanos);
    }

    /** At most so much memory. */
    static Aim size(double bytes) {
        return most(Reading.SIZE, Study.OURS, Study.OURS, bytes);
    }

    private static Aim least(Reading reading, String first, String second, double bound) {
        return new Aim("≥ " + reading.words(bound), reading, first, second, bound, true);
    }

    private static Aim most(Reading reading, String first, String second, double bound) {
        return new Aim("≤ " + reading.words(bound), reading, first, second, bound, false);
    }

    boolean isPromise() {
        return !bounded.isEmpty();
    }

    boolean isMet(double reached) {
        return atLeast ? reached >= bound : reached <= bound;
    }

    /** The arm that it is about: ours, or the larger of two sizes. */
    String about() {
        return second.equals(Study.OURS) ? second : first;
    }

    /** The arm that it is told by; empty if there is none. */
    String beside() {
        return first.equals(second) ? "" : about().equals(first) ? second : first;
    }
}
