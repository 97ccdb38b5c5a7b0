package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Kernel;

/** What is on its way between the two ends of one connection: a stream each way. */
final class Wires {

    private static final int NO_BYTES = 0;

    private final Kernel kernel;
    private final Access access;
    private final Stream toServer;
    private final Stream fromServer;
    private long readDelayNanos;
    private long readSlowlyUntilNanos;

    Wires(SignallingConnection connection, Access access) {
        this.kernel = access.kernel();
        this.access = access;
        this.toServer = new Stream(kernel, connection, Direction.TO_SERVER);
        this.fromServer = new Stream(kernel, connection, Direction.FROM_SERVER);
        for (Direction direction : access.directions()) {
            if (access.route(direction).isStalled()) {
                stream(direction).park(access.route(direction));
            }
        }
    }

    Stream stream(Direction direction) {
        return direction == Direction.TO_SERVER ? toServer : fromServer;
    }

    /** Until an instant, the client takes this long to read each message before the next one. */
    void readSlowly(long delayNanos, long untilNanos) {
        readDelayNanos = delayNanos;
        readSlowlyUntilNanos = untilNanos;
    }

    /** Puts the opening on its way to the server; opening takes several round trips. */
    void putFirst(SignallingConnection opening, long transitNanos) {
        long earliest = kernel.nowNanos() + transitNanos;
        long width = kernel.isAdversarial() ? access.handshakeWidthNanos() : 0;
        access.route(Direction.TO_SERVER).carries(earliest);
        toServer.put(Stream.OPENING, opening, NO_BYTES, earliest, earliest + width);
    }

    /** Puts something without a size of its own on its way; false if the transport gave up. */
    boolean put(Direction direction, int what, Object thing) {
        return put(direction, what, thing, NO_BYTES);
    }

    /** Puts something on its way; false if the transport gave up resending it. */
    boolean put(Direction direction, int what, Object thing, int sizeBytes) {
        Route route = access.route(direction);
        Stream stream = stream(direction);
        long width = 0;
        long transit;
        if (kernel.isAdversarial()) {
            transit = route.shortestTransitNanos(sizeBytes);
            width = route.widthNanos();
        } else {
            transit = route.transitNanos(sizeBytes, false);
        }
        if (transit == Route.GAVE_UP) {
            return false;
        }
        long earliest = kernel.nowNanos() + transit;
        long latest = earliest + width;
        if (direction == Direction.FROM_SERVER && kernel.nowNanos() < readSlowlyUntilNanos) {
            earliest = Math.max(earliest, stream.lastEarliestNanos()) + readDelayNanos;
            latest = Math.max(latest, stream.lastLatestNanos()) + readDelayNanos;
        }
        route.carries(earliest);
        stream.put(what, thing, sizeBytes, earliest, latest);
        return true;
    }

    /** Loses a suffix of what is on its way in each direction; how much is a choice. */
    void loseSuffixes(String rule) {
        for (Direction direction : access.directions()) {
            Stream stream = stream(direction);
            stream.loseLast(access.route(direction).losesAtCut(stream.count()), rule);
        }
    }

    void loseAll(String rule) {
        toServer.loseLast(toServer.count(), rule);
        fromServer.loseLast(fromServer.count(), rule);
    }

    void visitParked(ParkedVisitor visitor) {
        toServer.visitParked(visitor);
        fromServer.visitParked(visitor);
    }
}
