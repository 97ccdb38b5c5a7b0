/**
 * The lobby on real sockets: a thin driver around the very classes that are simulated.
 *
 * <p>The only room that sees netty, netty-socketio or any socket; the only one in core with a
 * clock, threads and secrets. Start with {@link dev.sonde.server.SondeServer}, which puts the parts
 * together; then {@link dev.sonde.server.PoolLoop}, which drives one lobby, and
 * {@link dev.sonde.server.PacketGuard}, which stands in front of it.
 */
@NullMarked
package dev.sonde.server;

import org.jspecify.annotations.NullMarked;
