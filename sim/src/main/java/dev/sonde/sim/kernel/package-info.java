/**
 * Simulated time, pending events and the one door for chance. Knows neither probes nor networks.
 *
 * <p>Start with {@link dev.sonde.sim.kernel.Kernel}; then {@link dev.sonde.sim.kernel.Choices}.
 * Imports the JDK only.
 */
@NullMarked
package dev.sonde.sim.kernel;

import org.jspecify.annotations.NullMarked;
