/**
 * A coordinator in a process of its own, in any language: each input is one line of JSON to it,
 * each answer one line from it. The lines are described in {@code docs/wire.md}.
 *
 * <p>A driver, so it may wait by the wall clock; what it hands to a run does not depend on it.
 * Start with {@link dev.sonde.sim.child.ChildLobbies}.
 */
@NullMarked
package dev.sonde.sim.child;

import org.jspecify.annotations.NullMarked;
