package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;

/** One person's machine on the flow-detail media plane: its links in use and its draws. */
final class FlowHost {

    final Host host;
    /** One way to the TURN (and STUN) server. */
    final long toTurnNanos;

    final long meanLinkNanos;
    final Draws setup;
    final Draws pace;
    final Draws faults;

    private final Link out;
    private final Link in;
    private long outNanos;
    private long inNanos;

    FlowHost(Host host, Choices choices, Paths paths) {
        this.host = host;
        String person = host.person();
        LinkSpec link = host.profile().toPeers();
        toTurnNanos = paths.toTurnNanos(person);
        meanLinkNanos = link.meanDelayNanos();
        out = new Link(link, choices, person, "to-peers/out");
        in = new Link(link, choices, person, "to-peers/in");
        setup = choices.draws(person, "media", "setup");
        pace = choices.draws(person, "media", "pace");
        faults = choices.draws(person, "media", "fault");
    }

    /** Setup time of one description, between the profile's bounds. */
    long drawSetupNanos() {
        Profile profile = host.profile();
        return profile.setupMinNanos() == profile.setupMaxNanos()
                ? profile.setupMinNanos()
                : setup.between(profile.setupMinNanos(), profile.setupMaxNanos());
    }

    // Both sides' pings are worked out ahead, so packets do not come in order of time. A link's
    // memory
    // only goes forward; the little that this shifts is one of the approximations of Handshake.

    long leaveNanos(long atNanos, int sizeBytes) {
        outNanos = Math.max(outNanos, atNanos);
        return out.delayNanos(outNanos, sizeBytes);
    }

    long arriveNanos(long atNanos, int sizeBytes) {
        inNanos = Math.max(inNanos, atNanos);
        return in.delayNanos(inNanos, sizeBytes);
    }
}
