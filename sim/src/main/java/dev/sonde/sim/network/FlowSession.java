package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

/**
 * Two peer connections whose descriptions refer to each other. Looks, each time one of them learns
 * something, which routes work, and opens the channel over the first one, or a better one that
 * works by then.
 */
final class FlowSession {

    private static final int ROUTES = MediaRoute.values().length;

    private final FlowMediaPlane plane;
    private final FlowPeerConnection offerer;
    private final FlowPeerConnection answerer;
    private final long toAnswererNanos;
    private final long toOffererNanos;
    private final long[] opens = {Handshake.NEVER, Handshake.NEVER};
    private final long[] checkedNanos = new long[ROUTES];
    /** When the offerer began to check a route, if it was the last to know of it; else 0. */
    private final long[] offererFromNanos = new long[ROUTES];

    private int working;
    private @Nullable MediaRoute first;
    private @Nullable MediaRoute used;

    FlowSession(FlowMediaPlane plane, FlowPeerConnection offerer, FlowPeerConnection answerer) {
        this.plane = plane;
        this.offerer = offerer;
        this.answerer = answerer;
        String from = offerer.host.host.person();
        String to = answerer.host.host.person();
        toAnswererNanos = plane.paths().oneWayNanos(from, to);
        toOffererNanos = plane.paths().oneWayNanos(to, from);
    }

    FlowHost host(boolean ofOfferer) {
        return ofOfferer ? offerer.host : answerer.host;
    }

    FlowPeerConnection other(FlowPeerConnection side) {
        return side == offerer ? answerer : offerer;
    }

    boolean isOfferer(FlowPeerConnection side) {
        return side == offerer;
    }

    /** The route of the open channel; before it opens, the one it will open over. */
    @Nullable
    MediaRoute route() {
        return used;
    }

    /** One side learned something: a description, a candidate, its own relayed address. */
    void look(FlowPeerConnection learner) {
        if (offerer.isOpen() || answerer.isOpen()) {
            return;
        }
        long now = plane.kernel().nowNanos();
        int routes = Connectivity.routes(
                offerer.host.host,
                offerer.relays(),
                offerer.heard(),
                answerer.host.host,
                answerer.relays(),
                answerer.heard());
        int added = routes & ~working;
        working |= routes;
        boolean sooner = false;
        while (added != 0) {
            MediaRoute route = MediaRoute.bestOf(added);
            added &= ~route.bit();
            long checked = checkedNanos(route, now, learner == offerer);
            checkedNanos[route.ordinal()] = checked;
            sooner |= checked != Handshake.NEVER && (used == null || checked < opens[1]);
        }
        if (sooner) {
            settle();
        }
    }

    private long checkedNanos(MediaRoute route, long nowNanos, boolean atOfferer) {
        Handshake handshake = new Handshake(plane.timers(), this, route);
        long checked = handshake.checkedNanos(nowNanos, atOfferer);
        if (!atOfferer) {
            return checked;
        }
        int candidate = route == MediaRoute.LAN
                ? Connectivity.HOST
                : route.isRelayedBy(true)
                        ? Connectivity.RELAY
                        : Connectivity.publicCandidate(offerer.host.host);
        long own = handshake.answererCheckedNanos(
                answerer.checksFromNanos(candidate), nowNanos, checked, letsInUnasked(route));
        offererFromNanos[route.ordinal()] = nowNanos;
        return own;
    }

    /** True if the answerer's checks get in before the offerer knows anything of it. */
    private boolean letsInUnasked(MediaRoute route) {
        int routes = Connectivity.routes(
                offerer.host.host,
                offerer.relays(),
                0,
                answerer.host.host,
                answerer.relays(),
                answerer.heard());
        return (routes & route.bit()) != 0;
    }

    /** Starts over with what is known now, because the network changed under the handshake. */
    void lookAgain() {
        if (!offerer.isOpen() && !answerer.isOpen()) {
            working = 0;
            first = null;
            used = null;
            offerer.opensAt(Handshake.NEVER);
            answerer.opensAt(Handshake.NEVER);
            look(offerer);
        }
    }

    private void settle() {
        long firstNanos = Handshake.NEVER;
        MediaRoute earliest = null;
        for (int bits = working; bits != 0; bits &= bits - 1) {
            MediaRoute route = MediaRoute.bestOf(bits);
            if (checkedNanos[route.ordinal()] < firstNanos) {
                firstNanos = checkedNanos[route.ordinal()];
                earliest = route;
            }
        }
        if (earliest == null) {
            return;
        }
        if (earliest != first) {
            first = earliest;
            new Handshake(plane.timers(), this, earliest)
                    .open(firstNanos, offererFromNanos[earliest.ordinal()], opens);
        }
        used = earliest;
        for (int bits = working; bits != 0; bits &= bits - 1) {
            MediaRoute route = MediaRoute.bestOf(bits);
            if (checkedNanos[route.ordinal()] <= opens[1]) {
                used = route;
                break;
            }
        }
        offerer.opensAt(opens[1]);
        answerer.opensAt(opens[0]);
    }

    long meanRttNanos(MediaRoute route) {
        long links = 2 * (offerer.host.meanLinkNanos + answerer.host.meanLinkNanos);
        return links + wireNanos(route, true) + wireNanos(route, false);
    }

    private long wireNanos(MediaRoute route, boolean fromOfferer) {
        if (route.isRelayed()) {
            return offerer.host.toTurnNanos + answerer.host.toTurnNanos;
        }
        return fromOfferer ? toAnswererNanos : toOffererNanos;
    }

    /**
     * When a packet arrives over the route in use, or {@link Link#LOST}.
     *
     * @param of whose exchange it belongs to
     */
    long arrivalNanos(
            FlowPeerConnection sender, FlowPeerConnection of, long atNanos, int sizeBytes) {
        MediaRoute route = used;
        return route == null
                ? Link.LOST
                : arrivalNanos(route, sender == offerer, of == offerer, atNanos, sizeBytes);
    }

    /** When a packet arrives that is sent then, or {@link Link#LOST}. */
    long arrivalNanos(
            MediaRoute route, boolean fromOfferer, boolean ofOfferer, long atNanos, int sizeBytes) {
        FlowHost from = host(fromOfferer);
        FlowHost to = host(!fromOfferer);
        if (plane.isLost(route, from, to, atNanos)) {
            return Link.LOST;
        }
        long out = from.lane(fromOfferer == ofOfferer).leaveNanos(atNanos, sizeBytes);
        if (out == Link.LOST) {
            return Link.LOST;
        }
        long spike = plane.extraNanos(from, to, atNanos);
        long there = atNanos + out + spike + wireNanos(route, fromOfferer);
        long in = to.lane(fromOfferer != ofOfferer).arriveNanos(there, sizeBytes);
        return in == Link.LOST ? Link.LOST : there + in;
    }
}
