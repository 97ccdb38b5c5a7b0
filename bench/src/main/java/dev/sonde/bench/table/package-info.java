/**
 * Ours and the others in one run: arms of a study take turns, A B A B, each in a process of its own
 * that stays alive; what counts is the median of the ratios of the rounds, and the bytes.
 *
 * <p>Start with {@link dev.sonde.bench.table.Main}; {@link dev.sonde.bench.table.Studies} is the
 * list of what is measured, {@link dev.sonde.bench.table.Gate} keeps what was reached. May import
 * JMH, picocli, Jackson, the rounds and the sockets; nothing imports this.
 */
@NullMarked
package dev.sonde.bench.table;

import org.jspecify.annotations.NullMarked;
