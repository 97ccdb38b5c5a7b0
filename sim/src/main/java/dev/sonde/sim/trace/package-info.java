/**
 * What happened in a run: a rolling digest always, and the entries themselves where somebody asked
 * for them.
 *
 * <p>Start with {@link dev.sonde.sim.trace.Trace}. Knows no protocol: a
 * {@link dev.sonde.sim.trace.Lexicon} gives each thing its number and its words. Imports kernel.
 */
@NullMarked
package dev.sonde.sim.trace;

import org.jspecify.annotations.NullMarked;
