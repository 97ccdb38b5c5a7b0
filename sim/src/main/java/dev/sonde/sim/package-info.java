/**
 * One run from a scenario to its result. Start with {@link dev.sonde.sim.Simulation}.
 *
 * <p>Imports the other packages of the simulation except report and cli.
 */
@NullMarked
package dev.sonde.sim;

import org.jspecify.annotations.NullMarked;
