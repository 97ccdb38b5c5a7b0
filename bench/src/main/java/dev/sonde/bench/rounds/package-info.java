/**
 * The other end of the measuring: a process that measures one arm says what it is, then answers
 * each wish for a round with one line of figures.
 *
 * <p>Start with {@link dev.sonde.bench.rounds.Rounds}. May import the JDK; the table and the
 * programs that measure import this. Programs in other languages speak the same lines.
 */
@NullMarked
package dev.sonde.bench.rounds;

import org.jspecify.annotations.NullMarked;
