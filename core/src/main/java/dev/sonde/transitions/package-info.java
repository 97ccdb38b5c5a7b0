/**
 * Transition tables as data: what every machine does with every input in every state.
 *
 * <p>Start with {@link dev.sonde.transitions.TransitionTable}. The machines look up what to do
 * here, the tests ask which pairs were visited, and the diagrams in docs are drawn from it. Imports
 * protocol for the reasons of refusals.
 */
@NullMarked
package dev.sonde.transitions;

import org.jspecify.annotations.NullMarked;
