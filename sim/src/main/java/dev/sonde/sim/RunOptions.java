package dev.sonde.sim;

/**
 * What may differ between runs of one scenario.
 *
 * @param recordsTrace true if the entries of the trace are kept, not only its digest
 */
public record RunOptions(long seed, boolean recordsTrace) {}
