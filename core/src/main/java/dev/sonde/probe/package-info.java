/**
 * One probe's life, from prepare to exactly one outcome: a passive machine.
 *
 * <p>Start with {@link dev.sonde.probe.ProbeCoordinator}; its rules are the table in
 * {@code ProbeTable}. Imports protocol, transitions and deadlines.
 */
@NullMarked
package dev.sonde.probe;

import org.jspecify.annotations.NullMarked;
