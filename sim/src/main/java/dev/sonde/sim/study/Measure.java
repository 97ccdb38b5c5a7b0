package dev.sonde.sim.study;

/**
 * A metric that each run has a number of.
 *
 * @param unit {@code ms}, {@code share} (0 to 1), {@code count}, {@code bytes} or {@code ratio}
 */
public record Measure(String name, String unit) {}
