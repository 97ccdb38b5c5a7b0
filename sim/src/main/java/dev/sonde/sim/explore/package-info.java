/**
 * Finds schedules that break what is under test: strategies, the loop around them, and what is kept
 * of a failure. Knows no protocol; what it explores stands behind
 * {@link dev.sonde.sim.explore.Explored}.
 *
 * <p>Start with {@link dev.sonde.sim.explore.Strategy}, then
 * {@link dev.sonde.sim.explore.Exploration}; for failures with
 * {@link dev.sonde.sim.explore.Capsule}, then {@link dev.sonde.sim.explore.Shrinker} and
 * {@link dev.sonde.sim.explore.Why}. Imports the kernel.
 */
@NullMarked
package dev.sonde.sim.explore;

import org.jspecify.annotations.NullMarked;
