package dev.sonde.sim.outcome;

/** What a claim, or a run, comes to. Only {@link #HELD} is green. */
public enum Verdict {
    HELD,
    VIOLATED,
    /** A limit of the run was reached before the claim could be judged. */
    INCONCLUSIVE,
    /** The claim needs a snapshot, and the lobby under test gives none. */
    SKIPPED
}
