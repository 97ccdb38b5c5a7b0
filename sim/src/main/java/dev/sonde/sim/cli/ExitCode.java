package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.ExploredScenario;

/** What the process tells its caller. Constants are in order of rising precedence. */
enum ExitCode {
    AS_EXPECTED(0),
    INCONCLUSIVE(3),
    /** The schedule of a capsule or scenario does not fit what is under test any more. */
    STALE(4),
    NOT_AS_EXPECTED(1),
    WRONG_INPUT(2),
    /** Never 1, so that nobody takes a crash for a violated claim. */
    INTERNAL_ERROR(70),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Of two results, the one that the caller has to hear about. */
    ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static ExitCode of(ExploredScenario explored) {
        if (explored.asExpected()) {
            return AS_EXPECTED;
        }
        return explored.isViolated() || explored.tally().unfinished() == 0
                ? NOT_AS_EXPECTED
                : INCONCLUSIVE;
    }

    static ExitCode of(JudgedRun run) {
        if (run.asExpected()) {
            return AS_EXPECTED;
        }
        boolean inconclusive = run.result().verdict() == Verdict.INCONCLUSIVE;
        if (run.result().staleChoices().isEmpty()) {
            return inconclusive ? INCONCLUSIVE : NOT_AS_EXPECTED;
        }
        boolean asTheVerdictGoes = run.expectations().get(0).met();
        return inconclusive || asTheVerdictGoes ? STALE : NOT_AS_EXPECTED;
    }
}
