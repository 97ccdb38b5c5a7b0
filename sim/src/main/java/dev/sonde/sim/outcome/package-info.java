/**
 * What came of a run: its verdict, its people, probes and matches as rows, and the metrics over
 * them.
 *
 * <p>Start with {@link dev.sonde.sim.outcome.RunResult}. Plain data; reports and studies read it.
 * Imports protocol, oracle and trace.
 */
@NullMarked
package dev.sonde.sim.outcome;

import org.jspecify.annotations.NullMarked;
