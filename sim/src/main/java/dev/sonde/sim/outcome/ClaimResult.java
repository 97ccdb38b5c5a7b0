package dev.sonde.sim.outcome;

/**
 * How one claim fared in one run.
 *
 * @param reads {@code effects} or {@code snapshot}
 * @param event number of the event that broke it, from 1; 0 if it holds
 * @param atNanos when that was; 0 if it holds
 * @param why one sentence of what was seen and what was expected; empty if it holds
 */
public record ClaimResult(
        String name,
        ClaimKind kind,
        String reads,
        Verdict verdict,
        long event,
        long atNanos,
        String why) {}
