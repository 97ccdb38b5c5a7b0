package dev.sonde.sim;

import dev.sonde.sim.oracle.ClaimResult;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.oracle.Verdict;

import java.util.ArrayList;
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
