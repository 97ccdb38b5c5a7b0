/**
 * One run: wires the real lobby, the kernel, the network, people and the oracle together.
 *
 * <p>Start with {@link dev.sonde.sim.Simulation}. Imports every package of sim but explore, study,
 * report and cli, and core.
 */
@NullMarked
package dev.sonde.sim;

import org.jspecify.annotations.NullMarked;
