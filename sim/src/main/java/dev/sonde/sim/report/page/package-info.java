/**
 * What stands in an HTML report: of one run, of one scenario with many seeds, of a study, of a
 * failure. Turns results into the sections, charts and sentences of a page.
 *
 * <p>Start with {@link dev.sonde.sim.report.page.RunPage}; then
 * {@link dev.sonde.sim.report.page.SeedsPage}, {@link dev.sonde.sim.report.page.StudyPage} and
 * {@link dev.sonde.sim.report.page.WhyPage}. Nothing of a wall clock goes in, so that equal results
 * give equal pages. Knows no protocol. Imports html, report, outcome, explore, study and trace.
 */
@NullMarked
package dev.sonde.sim.report.page;

import org.jspecify.annotations.NullMarked;
