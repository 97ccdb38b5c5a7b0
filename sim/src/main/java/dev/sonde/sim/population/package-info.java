/**
 * Who comes, when, from where, and what they are like. A person's draws depend on the person only,
 * so two variants of a scenario see the same people.
 *
 * <p>Start with {@link dev.sonde.sim.population.Population}. Imports protocol, kernel, network,
 * peer and scenario.
 */
@NullMarked
package dev.sonde.sim.population;

import org.jspecify.annotations.NullMarked;
