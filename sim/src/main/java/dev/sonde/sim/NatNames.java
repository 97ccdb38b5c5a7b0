package dev.sonde.sim;

import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.Profile;

import java.util.Locale;

/** What NAT classes are called in results. */
final class NatNames {

    private NatNames() {}

    static String of(Profile profile) {
        NatBehavior nat = profile.natAsOne();
        if (profile.udpBlocked()) {
            return "udp-blocked";
        }
        if (nat.equals(NatBehavior.NONE)) {
            return "none";
        }
        if (nat.equals(NatBehavior.SYMMETRIC)) {
            return "symmetric";
        }
        if (nat.equals(NatBehavior.PORT_RESTRICTED)) {
            return "port-restricted";
        }
        if (nat.equals(NatBehavior.RESTRICTED_CONE)) {
            return "restricted-cone";
        }
        if (nat.equals(NatBehavior.FULL_CONE)) {
            return "full-cone";
        }
        return words(nat.mapping()) + "/" + words(nat.filtering());
    }

    private static String words(NatBehavior.Dependence dependence) {
        return dependence.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
