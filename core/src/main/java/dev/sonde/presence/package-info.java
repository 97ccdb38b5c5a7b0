/**
 * Who is connected on which socket: a passive machine.
 *
 * <p>Start with {@link dev.sonde.presence.PresenceRegistry}. Imports protocol, transitions and
 * deadlines.
 */
@NullMarked
package dev.sonde.presence;

import org.jspecify.annotations.NullMarked;
