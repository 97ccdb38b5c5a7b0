/**
 * What runs over a pair that ICE found: DTLS 1.2 as four flights (RFC 6347), an SCTP association
 * (RFC 9260) and one data channel (RFC 8832). No cryptography; passive machines with their timers.
 *
 * <p>Start with {@link dev.sonde.sim.network.transport.Dtls}. Imports transitions.
 */
@NullMarked
package dev.sonde.sim.network.transport;

import org.jspecify.annotations.NullMarked;
