/**
 * The house rules as tests: who may import whom, and what a source file looks like.
 *
 * <p>Start with {@link dev.sonde.architecture.Rooms}, the table. A rule that has never failed is
 * not yet a rule, so {@code planted} holds code that breaks each of them.
 */
@NullMarked
package dev.sonde.architecture;

import org.jspecify.annotations.NullMarked;
