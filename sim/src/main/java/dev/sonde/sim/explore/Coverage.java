package dev.sonde.sim.explore;

/**
 * How much a systematic strategy has covered.
 *
 * @param states distinct states that were seen; 0 if the strategy does not tell states apart
 * @param complete true if everything within the bounds was run
 * @param bounds what it is complete for, in words: the grid, the widths of windows, the budgets
 */
public record Coverage(long states, boolean complete, String bounds) {}
