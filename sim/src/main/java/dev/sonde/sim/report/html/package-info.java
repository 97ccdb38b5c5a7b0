/**
 * A report as one HTML file that needs nothing else: no network, no other file. What is on it comes
 * as records; this room knows how they are shown and nothing of what they mean.
 *
 * <p>Start with {@link dev.sonde.sim.report.html.Page}, made of sections, made of
 * {@link dev.sonde.sim.report.html.Block}s; {@link dev.sonde.sim.report.html.PageWriter} writes it.
 * Equal pages give equal bytes. Scripts and styles are resources of this package; charts are drawn
 * by uPlot, which is one of them. Imports trace, for stories and numbers as text.
 */
@NullMarked
package dev.sonde.sim.report.html;

import org.jspecify.annotations.NullMarked;
