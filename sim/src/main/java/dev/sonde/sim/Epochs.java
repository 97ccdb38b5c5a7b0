package dev.sonde.sim;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.oracle.ClaimResult;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.oracle.ReachedLabels;
import dev.sonde.sim.oracle.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One oracle for each life of the server. A crash loses all that the lobby knew, so what comes
 * after it is judged without what was before; what was violated before stays so.
 */
final class Epochs {

    private final OracleSettings settings;
    private final List<Oracle> oracles = new ArrayList<>(1);

    Epochs(OracleSettings settings) {
        this.settings = settings;
        begin();
    }

    /** The server begins a new life, with nothing known. */
    void begin() {
        oracles.add(new Oracle(settings));
    }

    /** Who judges what happens now. */
    Oracle now() {
        return oracles.get(oracles.size() - 1);
    }

    boolean violated() {
        for (Oracle oracle : oracles) {
            if (oracle.violated()) {
                return true;
            }
        }
        return false;
    }

    /** What was violated first, in any life; null if nothing was. */
    Attempt.@Nullable Failure firstViolation() {
        for (Oracle oracle : oracles) {
            if (oracle.violated()) {
                return oracle.results(true).stream()
                        .filter(claim -> claim.verdict() == Verdict.VIOLATED)
                        .min(Comparator.comparingLong(ClaimResult::event))
                        .map(claim -> new Attempt.Failure(
                                claim.name(), claim.event(), claim.atNanos(), claim.why()))
                        .orElseThrow();
            }
        }
        return null;
    }

    void addReachedTo(ReachedLabels sum) {
        for (Oracle oracle : oracles) {
            sum.add(oracle.reachedLabels());
        }
    }

    /** For each claim its first violation of any life, else what the last life comes to. */
    List<ClaimResult> results(boolean limitHit) {
        List<ClaimResult> results = new ArrayList<>(now().results(limitHit));
        for (int life = oracles.size() - 2; life >= 0; life--) {
            List<ClaimResult> earlier = oracles.get(life).results(true);
            for (int i = 0; i < earlier.size(); i++) {
                if (earlier.get(i).verdict() == Verdict.VIOLATED) {
                    results.set(i, earlier.get(i));
                }
            }
        }
        return results;
    }
}
