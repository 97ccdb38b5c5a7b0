/**
 * Deliberately broken lobbies: the bench's positive controls, and a user's first lesson. Each tells
 * one defect of races.md by wrapping the real lobby; none is a switch inside it.
 *
 * <p>Start with {@link dev.sonde.sim.broken.BrokenLobbies}. Imports core only.
 */
@NullMarked
package dev.sonde.sim.broken;

import org.jspecify.annotations.NullMarked;
