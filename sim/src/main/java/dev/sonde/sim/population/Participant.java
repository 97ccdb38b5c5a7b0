package dev.sonde.sim.population;

import dev.sonde.sim.peer.PersonSpec;

/**
 * One person of a population.
 *
 * @param group the crowd's name, or the id itself for somebody who was listed
 * @param region row of the matrix that the person is in, empty for none
 */
public record Participant(PersonSpec spec, String group, String region) {}
