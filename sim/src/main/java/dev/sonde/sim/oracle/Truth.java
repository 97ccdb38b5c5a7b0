package dev.sonde.sim.oracle;

import dev.sonde.protocol.SubjectId;

/**
 * At each result of an honest client, what it reports is near the median of the true RTTs of the
 * pongs that it counted.
 */
final class Truth extends EndCheck implements Hooks.OnHonestResult {

    Truth(Ledger ledger) {
        super(ledger, "Truth", EFFECTS);
    }

    @Override
    public void honestResult(
            SubjectId subject, double reported, double trueMedian, double allowance) {
        if (!(StrictMath.abs(reported - trueMedian) <= allowance)) {
            fails(subject + " reported " + Words.rtt(reported) + ", but the true median was "
                    + Words.rtt(trueMedian) + "; a difference of at most "
                    + Words.rtt(allowance) + " was expected");
        }
    }
}
