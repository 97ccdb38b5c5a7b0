/**
 * One run: wires the real lobby, the kernel, the network, people and the oracle together.
 *
 * <p>Start with {@link dev.sonde.sim.Simulation}. Imports core, and every package of sim but report
 * and cli.
 */
@NullMarked
package dev.sonde.sim;

import org.jspecify.annotations.NullMarked;
