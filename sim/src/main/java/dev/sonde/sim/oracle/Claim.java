package dev.sonde.sim.oracle;

/**
 * One sentence about a run that can turn out false. It listens to some of {@link Hooks} and looks
 * at the {@link Ledger}; what it does not listen to costs it nothing.
 */
abstract sealed class Claim permits Invariant, EndCheck, Promise {

    static final String EFFECTS = "effects";
    static final String SNAPSHOT = "snapshot";

    final Ledger ledger;
    private final String name;
    private final String reads;
    private boolean violated;
    private boolean skipped;
    private long event;
    private long atNanos;
    private String why = "";

    Claim(Ledger ledger, String name, String reads) {
        this.ledger = ledger;
        this.name = name;
        this.reads = reads;
    }

    abstract ClaimKind kind();

    /** True if a run that was cut short says nothing about it. */
    abstract boolean needsTheEnd();

    final String name() {
        return name;
    }

    final boolean isViolated() {
        return violated;
    }

    final boolean isSkipped() {
        return skipped;
    }

    /** The claim is false; the first time counts. */
    final void fails(String sentence) {
        if (!violated) {
            violated = true;
            event = ledger.event;
            atNanos = ledger.nowNanos;
            why = sentence;
        }
    }

    /** There was nothing to read. */
    final void skips() {
        skipped = true;
    }

    final ClaimResult result(boolean cutShort) {
        return new ClaimResult(name, kind(), reads, verdict(cutShort), event, atNanos, why);
    }

    private Verdict verdict(boolean cutShort) {
        if (violated) {
            return Verdict.VIOLATED;
        }
        if (cutShort && needsTheEnd()) {
            return Verdict.INCONCLUSIVE;
        }
        return skipped ? Verdict.SKIPPED : Verdict.HELD;
    }
}
