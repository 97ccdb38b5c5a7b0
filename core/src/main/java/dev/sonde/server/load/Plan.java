package dev.sonde.server.load;

import org.jspecify.annotations.Nullable;

/**
 * What a load run does.
 *
 * @param clients people, each on a websocket of its own
 * @param probing how many of them are probed again and again; the others only wait for nothing
 * @param warmUpSeconds before it is measured; compiling takes a server's first seconds
 * @param seconds how long it is measured
 * @param probeMillis from the start of a probe to its result
 * @param attack what attackers do in the second half, null for none
 * @param attackers how many there are
 */
public record Plan(
        int clients,
        int probing,
        int warmUpSeconds,
        int seconds,
        int probeMillis,
        @Nullable Attack attack,
        int attackers) {

    public Plan {
        if (clients < 1
                || probing < 0
                || probing > clients
                || warmUpSeconds < 0
                || seconds < 2
                || probeMillis < 1) {
            throw new IllegalArgumentException("clients, probes and time must be more than 0, and"
                    + " no more people can be probed than there are");
        }
    }
}
