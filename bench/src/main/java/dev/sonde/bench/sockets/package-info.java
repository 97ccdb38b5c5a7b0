/**
 * What real sockets cost: CPU for each relayed message and memory for each idle connection, beside
 * other people's servers that only echo.
 *
 * <p>Start with {@link dev.sonde.bench.sockets.Relay} and {@link dev.sonde.bench.sockets.Idle},
 * which are arms of the table. Each server is a process of its own, loaded from another one over
 * the loopback interface; what it takes is read from {@code /proc}, so this runs on Linux only. May
 * import core, netty-socketio, netty and {@code dev.sonde.bench.rounds}.
 */
@NullMarked
package dev.sonde.bench.sockets;

import org.jspecify.annotations.NullMarked;
