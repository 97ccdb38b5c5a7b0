package dev.sonde.sim;

import dev.sonde.sim.kernel.Schedule;

/**
 * Takes the order of events out of the hands of time.
 *
 * @param schedule decides what happens next, within the windows that the scenario states
 * @param addsFaults true if the seed also draws faults that the scenario does not name
 */
public record Steering(Schedule schedule, boolean addsFaults) {}
