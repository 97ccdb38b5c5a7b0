package dev.sonde.sim.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import java.util.concurrent.atomic.AtomicInteger;

/** How many failures of one test are worth having. Invocations may run side by side. */
final class Patience {

    private final AtomicInteger left;
    private final int failures;

    /** @throws IllegalArgumentException if there is none */
    Patience(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException(
                    "failureThreshold is " + failures + "; it is at least 1");
        }
        this.failures = failures;
        this.left = new AtomicInteger(failures);
    }

    void failed() {
        left.decrementAndGet();
    }

    /** Whether one more test is run. */
    ConditionEvaluationResult condition() {
        return left.get() > 0
                ? ConditionEvaluationResult.enabled("no seed has failed before")
                : ConditionEvaluationResult.disabled(words());
    }

    private String words() {
        return failures == 1
                ? "another seed has failed before"
                : failures + " other seeds have failed before";
    }
}
