package dev.sonde.sim.report;

import dev.sonde.sim.explore.Coverage;
import dev.sonde.sim.explore.Tally;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What exploring one scenario came to.
 *
 * @param file as the user named it
 * @param strategy by name
 * @param firstSeed of the schedules
 * @param capsules the file that keeps each failure, by claim; without entry where none was written
 * @param coverage what a systematic strategy covered, null for those that draw
 * @param hungSeed a seed with which the lobby did not come back, null if it always did
 * @param asExpected true if the scenario expects this
 */
public record ExploredScenario(
        String file,
        String scenario,
        String strategy,
        long firstSeed,
        int jobs,
        long wallNanos,
        Tally tally,
        Map<String, String> capsules,
        @Nullable Coverage coverage,
        @Nullable Long hungSeed,
        boolean asExpected) {

    /** True if something was found that must not be. */
    public boolean isViolated() {
        return !tally.found().isEmpty() || hungSeed != null;
    }
}
