/** Tests of the server, each against real sockets on the loopback interface. */
@NullMarked
package dev.sonde.server;

import org.jspecify.annotations.NullMarked;
