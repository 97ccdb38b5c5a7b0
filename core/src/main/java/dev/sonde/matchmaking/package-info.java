/**
 * Who plays with whom: {@link dev.sonde.matchmaking.Matchmaker} strategies propose, the
 * {@link dev.sonde.matchmaking.WaitingRoom} (a passive machine) keeps people, attempts, pauses and
 * matches.
 *
 * <p>Start with {@link dev.sonde.matchmaking.Matchmaker}, the interface that users implement.
 * Imports protocol, transitions, deadlines and the ends of probes.
 */
@NullMarked
package dev.sonde.matchmaking;

import org.jspecify.annotations.NullMarked;
