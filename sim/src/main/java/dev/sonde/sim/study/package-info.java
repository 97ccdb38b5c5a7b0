/**
 * Studies: many runs over settings and seeds, and what can be said of them. Knows no probe
 * protocol: a run is a seed, a verdict and a number for each metric.
 *
 * <p>Start with {@link dev.sonde.sim.study.Findings}, what came of a study: its
 * {@link dev.sonde.sim.study.Results} (runs by setting, estimates with intervals, paired
 * differences), the goals with their verdicts, and the {@link dev.sonde.sim.study.Advice}, which
 * setting to take. {@link dev.sonde.sim.study.TidyCsv} writes the runs as tidy CSV and
 * {@link dev.sonde.sim.study.TidyReader} reads it. Passive: whoever runs a study asks for the next
 * run and hands its numbers back. Imports the kernel, and libraries for statistics and CSV.
 */
@NullMarked
package dev.sonde.sim.study;

import org.jspecify.annotations.NullMarked;
