package dev.sonde.sim.outcome;

/**
 * How many people waited, from an instant to that of the next point.
 *
 * @param atNanos when the point begins
 * @param most most people who waited at once within the point
 * @param last how many waited at its end
 */
public record QueuePoint(long atNanos, long most, long last) {}
