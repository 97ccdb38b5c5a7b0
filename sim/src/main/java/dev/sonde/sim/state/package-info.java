/**
 * The whole state of a run as 128 bits: every object that the run holds on to, whoever wrote its
 * class, without its cooperation.
 *
 * <p>Start with {@link dev.sonde.sim.state.StateDigest}; then
 * {@link dev.sonde.sim.state.Treatments}, for what is no state. Imports the kernel.
 */
@NullMarked
package dev.sonde.sim.state;

import org.jspecify.annotations.NullMarked;
