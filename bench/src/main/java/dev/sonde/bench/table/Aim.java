package dev.sonde.bench.table;

/**
 * How far to go: a bound on the ratio of the times of two arms.
 *
 * @param what is promised, in words
 * @param slower the arm above
 * @param quicker the arm below
 * @param bound of the ratio
 * @param atLeast true if the ratio must be at least the bound, false if at most
 */
record Aim(String what, String slower, String quicker, double bound, boolean atLeast) {

    /** Ours is so many times as quick as somebody else, at least. */
    static Aim quicker(String than, double times) {
        return new Aim("≥ " + Figures.short3(times) + " × as quick", than, Study.OURS, times, true);
    }

    /** Ours takes at most so many times what the bound takes. */
    static Aim within(String bound, double times) {
        return new Aim(
                "≤ " + Figures.short3(times) + " × its time", Study.OURS, bound, times, false);
    }

    /** Ours beside somebody else, with nothing promised. */
    static Aim beside(String other) {
        return new Aim("", other, Study.OURS, 0, true);
    }

    /**
     * So many operations per second on a machine on which the bare heap takes 112 ns, told by what
     * it takes in the same run.
     */
    static Aim perSecond(double operations, String what) {
        double bound = 1e9 / operations / Study.HEAP_NANOS;
        return new Aim(what, Study.OURS, Study.HEAP, bound, false);
    }

    boolean isPromise() {
        return !what.isEmpty();
    }

    boolean isMet(double ratio) {
        return !isPromise() || (atLeast ? ratio >= bound : ratio <= bound);
    }
}
