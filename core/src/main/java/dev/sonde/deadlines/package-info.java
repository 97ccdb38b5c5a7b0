/**
 * Deadlines of passive machines: set, cleared and found in constant time, exactly, without a clock.
 *
 * <p>Start with {@link dev.sonde.deadlines.DeadlineQueue}. Imports the JDK only.
 */
@NullMarked
package dev.sonde.deadlines;

import org.jspecify.annotations.NullMarked;
