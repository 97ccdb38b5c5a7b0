package dev.sonde.sim;

/**
 * How to run a scenario.
 *
 * @param seed where all chance of the run comes from, instead of the scenario's own
 * @param recordTrace true to keep the entries of the trace; the digest is always kept
 * @param underTest which lobby, by the words of the scenario's {@code under-test}
 */
public record RunOptions(long seed, boolean recordTrace, String underTest) {}
