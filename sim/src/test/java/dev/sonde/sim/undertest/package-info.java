/** Lobbies as users put them on the class path, each wrong in a way that the bench must survive. */
@NullMarked
package dev.sonde.sim.undertest;

import org.jspecify.annotations.NullMarked;
