package dev.sonde.sim;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.oracle.ReachedLabels;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One oracle for each life of the server. A crash loses all that the lobby knew, so what comes
 * after it is judged without what was before; what was violated before stays so.
 */
final class Epochs {

    private final OracleSettings settings;
    private final ReachedLabels reached;
    private final List<Oracle> oracles = new ArrayList<>(1);
    private Oracle now;

    /** @param reached counts what the run exercises */
    Epochs(OracleSettings settings, ReachedLabels reached) {
        this.settings = settings;
        this.reached = reached;
        this.now = new Oracle(settings, reached);
        oracles.add(now);
    }

    /** The server begins a new life, with nothing known. */
    void begin() {
        now = new Oracle(settings, reached);
        oracles.add(now);
    }

    /** Who judges what happens now. */
    Oracle now() {
        return now;
    }

    boolean violated() {
        for (Oracle oracle : oracles) {
            if (oracle.violated()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What was violated, in any life, each claim of a life where it was first.
     *
     * @param startNanos when the run started
     */
    List<Attempt.Failure> violations(long startNanos) {
        List<Attempt.Failure> violations = new ArrayList<>();
        for (Oracle oracle : oracles) {
            if (oracle.violated()) {
                oracle.results(true).stream()
                        .filter(claim -> claim.verdict() == Verdict.VIOLATED)
                        .sorted(Comparator.comparingLong(ClaimResult::event))
                        .map(claim -> new Attempt.Failure(
                                claim.name(),
                                claim.event(),
                                claim.atNanos() - startNanos,
                                claim.why()))
                        .forEach(violations::add);
            }
        }
        return violations;
    }

    /** For each claim its first violation of any life, else what the last life comes to. */
    List<ClaimResult> results(boolean limitHit) {
        if (oracles.size() == 1) {
            return now.results(limitHit);
        }
        List<ClaimResult> results = new ArrayList<>(now.results(limitHit));
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
