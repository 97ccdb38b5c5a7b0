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

    private final Lane own;
    private final Lane others;

    FlowHost(Host host, Choices choices, Paths paths) {
        this.host = host;
        String person = host.person();
        LinkSpec link = host.profile().toPeers();
        toTurnNanos = paths.toTurnNanos(person);
        meanLinkNanos = link.meanDelayNanos();
        own = new Lane(link, choices, person, "to-peers/own/out", "to-peers/own/in");
        others = new Lane(link, choices, person, "to-peers/others/out", "to-peers/others/in");
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

    /** The links for packets of this person's own exchanges, or of those that others began. */
    Lane lane(boolean ofOwn) {
        return ofOwn ? own : others;
    }

    /**
     * The same link twice, once per exchange that runs over it: each is worked out ahead, and a
     * link's memory only goes forward.
     */
    static final class Lane {

        private final Link out;
        private final Link in;
        private long outNanos;
        private long inNanos;

        private Lane(LinkSpec spec, Choices choices, String person, String outward, String inward) {
            out = new Link(spec, choices, person, outward);
            in = new Link(spec, choices, person, inward);
        }

        long leaveNanos(long atNanos, int sizeBytes) {
            outNanos = Math.max(outNanos, atNanos);
            return out.delayNanos(outNanos, sizeBytes);
        }

        long arriveNanos(long atNanos, int sizeBytes) {
            inNanos = Math.max(inNanos, atNanos);
            return in.delayNanos(inNanos, sizeBytes);
        }
    }
}
