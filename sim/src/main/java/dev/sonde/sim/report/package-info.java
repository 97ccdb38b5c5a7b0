/**
 * A run for people and for programs: the terminal report, JSON lines, CSV rows, and the files that
 * they are written to.
 *
 * <p>Start with {@link dev.sonde.sim.report.TerminalReport}; {@link dev.sonde.sim.report.RunJson}
 * is the contract for programs. Knows no protocol. Imports outcome and trace.
 */
@NullMarked
package dev.sonde.sim.report;

import org.jspecify.annotations.NullMarked;
