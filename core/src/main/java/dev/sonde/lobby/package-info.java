/**
 * The three machines behind one door.
 *
 * <p>Start with {@link dev.sonde.lobby.LobbyUnderTest}, the door: {@link dev.sonde.lobby.Input}
 * goes in, {@link dev.sonde.lobby.Effect} comes out. {@link dev.sonde.lobby.Lobby} is the real
 * thing. Imports all of core.
 */
@NullMarked
package dev.sonde.lobby;

import org.jspecify.annotations.NullMarked;
