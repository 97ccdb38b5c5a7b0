package dev.sonde.sim.outcome;

/**
 * One thing that was expected, and what came of it.
 *
 * @param what the part of the scenario's {@code expect}, for example {@code metrics.probes.count}
 */
public record Expectation(String what, String expected, String actual, boolean met) {}
