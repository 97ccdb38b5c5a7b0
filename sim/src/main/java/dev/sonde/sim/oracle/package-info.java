/**
 * What a run is judged by: named claims of four kinds, and their verdicts.
 *
 * <p>Start with {@link dev.sonde.sim.oracle.Oracle}. Reads inputs, effects and snapshots, never
 * live objects. Imports core.
 */
@NullMarked
package dev.sonde.sim.oracle;

import org.jspecify.annotations.NullMarked;
