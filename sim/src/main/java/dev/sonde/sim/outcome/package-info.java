/**
 * What came of a run: its verdict, its people, probes and matches as rows, and the metrics over
 * them.
 *
 * <p>Start with {@link dev.sonde.sim.outcome.RunResult}. Plain data; reports and studies read it.
 * Knows no protocol. Imports kernel and trace.
 */
@NullMarked
package dev.sonde.sim.outcome;

import org.jspecify.annotations.NullMarked;
