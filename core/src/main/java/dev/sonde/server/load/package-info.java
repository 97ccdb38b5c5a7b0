/**
 * Load for a server: many people who are probed again and again, and attackers beside them.
 *
 * <p>Start with {@link dev.sonde.server.load.LoadRun}. Sees netty, as the server does, and nothing
 * of the server but its public side.
 */
@NullMarked
package dev.sonde.server.load;

import org.jspecify.annotations.NullMarked;
