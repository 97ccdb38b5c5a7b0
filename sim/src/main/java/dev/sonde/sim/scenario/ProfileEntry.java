package dev.sonde.sim.scenario;

import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.Profile;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The network at somebody's place, as a file states it.
 *
 * @param name how people refer to it
 */
public record ProfileEntry(
        String name,

        @Key(
                value = "to-server",
                as = As.LINK,
                unset = Key.NONE,
                doc = "The signalling link, client to server, in the words of netem.",
                example = "\"delay 20ms 4ms distribution gamma\"")
        String toServer,

        @Key(
                value = "from-server",
                as = As.LINK,
                unset = Key.NONE,
                doc = "The signalling link, server to client; without it, as `to-server`.",
                example = "\"delay 25ms\"")
        String fromServer,

        @Key(
                value = "to-peers",
                as = As.LINK,
                unset = Key.NONE,
                doc = "Added to every path on the media plane, on the way out and on the way in.",
                example = "\"loss 0.5% burst 3\"")
        String toPeers,

        @Key(
                value = "base",
                unset = Key.NONE,
                min = "0s",
                doc = "The person's two-way share of a path; without it, 2 × the mean of "
                        + "`to-server`.",
                example = "30ms")
        OptionalLong baseNanos,

        @Key(
                value = "nat",
                unset = "port-restricted",
                doc = "What stands between the person and the internet: a name, or mapping "
                        + "and filtering.",
                example = "symmetric")
        NatBehavior nat,

        @Key(
                value = "carrier-nat",
                unset = "none",
                doc = "What the carrier puts between that and the internet, one for all people "
                        + "of this profile.",
                example = "symmetric")
        NatBehavior carrierNat,

        @Key(
                value = "udp",
                unset = "open",
                doc = "`blocked` lets only TURN over TCP or TLS out.",
                example = "blocked")
        Udp udp,

        @Key(
                value = "lan",
                as = As.NAME,
                unset = Key.NONE,
                doc = "Puts all people of this profile behind one NAT.",
                example = "lab")
        String lan,

        @Key(
                value = "setup",
                unset = "20ms..200ms",
                doc = "How long the machine takes to gather and to process a description.",
                example = "20ms..200ms")
        DurationRange setup) {

    /** Whether UDP gets out. */
    public enum Udp {
        OPEN,
        BLOCKED
    }

    /**
     * The network that these words describe.
     *
     * @param folder where series that a link names are looked for
     * @throws IllegalArgumentException if a link is not understood
     */
    public Profile profile(Path folder) {
        LinkSpec up = link(toServer, folder);
        return new Profile(
                name,
                up,
                fromServer.isEmpty() ? up : link(fromServer, folder),
                link(toPeers, folder),
                baseNanos.orElse(2 * up.meanDelayNanos()),
                nat,
                carrierNat.equals(NatBehavior.NONE) ? null : carrierNat,
                udp == Udp.BLOCKED,
                setup.minNanos(),
                setup.maxNanos());
    }

    private static LinkSpec link(String text, Path folder) {
        return LinkSpec.parse(text, series -> DataFiles.series(folder, series));
    }
}
