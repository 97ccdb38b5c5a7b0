package dev.sonde.sim.oracle;

import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;

import org.jspecify.annotations.Nullable;

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
    private boolean skipped;

    @Nullable
    private Violation violation;

    private record Violation(long event, long atNanos, String why) {}

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
        return violation != null;
    }

    /** The claim is false; the first time counts. */
    final void fails(String sentence) {
        if (violation == null) {
            violation = new Violation(ledger.event, ledger.nowNanos, sentence);
            ledger.isAnyViolated = true;
        }
    }

    /** There was nothing to read. */
    final void skips() {
        skipped = true;
        ledger.isAnySkipped = true;
    }

    final ClaimResult result(boolean cutShort) {
        Violation first = violation;
        return first == null
                ? new ClaimResult(name, kind(), reads, verdict(cutShort), 0, 0, "")
                : new ClaimResult(
                        name,
                        kind(),
                        reads,
                        Verdict.VIOLATED,
                        first.event,
                        first.atNanos,
                        first.why);
    }

    private Verdict verdict(boolean cutShort) {
        if (cutShort && needsTheEnd()) {
            return Verdict.INCONCLUSIVE;
        }
        return skipped ? Verdict.SKIPPED : Verdict.HELD;
    }
}
