/**
 * Two browsers alone on a media plane, and the tables that come of it: who connects through which
 * NATs, how long opening takes, how far flow detail is from packet detail. Knows no probe protocol.
 *
 * <p>Start with {@link dev.sonde.sim.lab.Duet}. Imports kernel and network with its rooms.
 */
@NullMarked
package dev.sonde.sim.lab;

import org.jspecify.annotations.NullMarked;
