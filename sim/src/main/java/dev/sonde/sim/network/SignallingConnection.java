package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/**
 * One client's ordered, reliable connection to the server, as TCP, TLS and a websocket give it.
 *
 * <p><em>Opening</em> takes 3 round trips: TCP, TLS 1.3, websocket upgrade. The server's side opens
 * when the upgrade request arrives (2½), the client's when it is answered (3). <em>Messages</em>
 * keep their order. In time-faithful runs a message arrives at a drawn instant; a loss on the link
 * is a retransmission timeout during which everything behind waits. In adversarial runs it has a
 * window from its link's shortest to its longest delay (see {@link Link}), plus the slack, plus one
 * retransmission timeout if the link loses packets.
 *
 * <p>Every side that may use the connection learns of its end exactly once: by its own call of a
 * {@code close}, or by {@code closed} as the last thing it hears.
 */
public final class SignallingConnection {

    private final Kernel kernel;
    private final Access access;
    private final long number;
    private final ClientEnd client;
    private final ServerEnd server;
    private final NetworkListener listener;
    private final Wires wires;
    private final Watchdog watchdog;
    private final Ends ends;

    SignallingConnection(Access access, long number, ClientEnd client, ServerEnd server) {
        this.kernel = access.kernel();
        this.access = access;
        this.number = number;
        this.client = client;
        this.server = server;
        this.listener = access.listener();
        this.wires = new Wires(this, access);
        this.watchdog = new Watchdog(this, access);
        this.ends = new Ends(this, access, wires, watchdog);
    }

    /** Counts the connections of a run from 1. */
    public long number() {
        return number;
    }

    /** Who was given when it was opened. */
    public ClientEnd client() {
        return client;
    }

    public String person() {
        return access.person();
    }

    /** Whom it touches when something arrives. */
    long touches(Direction direction) {
        return direction == Direction.TO_SERVER
                ? server.touches(this)
                : EventHandler.party(person());
    }

    /** True while the client may send. */
    public boolean isOpenAtClient() {
        return ends.isOpenAtClient();
    }

    /** True while the server may send. It may not know yet that the client is gone. */
    public boolean isOpenAtServer() {
        return ends.isOpenAtServer();
    }

    /**
     * The client sends.
     *
     * @return false if the message is lost at once, since the connection is not open or broken
     */
    public boolean sendToServer(Object message, int sizeBytes) {
        return send(Direction.TO_SERVER, isOpenAtClient(), message, sizeBytes);
    }

    /**
     * The server sends. If more is on its way than the outbound budget, the server closes.
     *
     * @return false if the message is lost at once, since the connection is not open or broken
     */
    public boolean sendToClient(Object message, int sizeBytes) {
        long after = bytesOnTheirWay(Direction.FROM_SERVER) + sizeBytes;
        if (isOpenAtServer() && after > access.settings().outboundBudgetBytes()) {
            lost(Direction.FROM_SERVER, message, "budget");
            ends.serverGivesUp(new Telling());
            return false;
        }
        return send(Direction.FROM_SERVER, isOpenAtServer(), message, sizeBytes);
    }

    /** The client closes: what it sent before still arrives, then the server is told. */
    public void closeByClient() {
        ends.clientCloses(CloseCause.CLIENT);
    }

    /** The server closes: what it sent before still arrives, then a disconnect packet. */
    public void closeByServer() {
        if (isOpenAtServer()) {
            ends.serverCloses(CloseCause.SERVER);
        }
    }

    /**
     * The transport breaks and both sides are told. Each direction loses a suffix of what is on its
     * way; how much is a choice.
     *
     * @return false if the connection had already ended or was about to
     */
    public boolean cut(String rule) {
        return ends.cut(rule);
    }

    /**
     * From now on nothing gets through, also nothing that is on its way, and nobody is told: each
     * side finds out by its heartbeat.
     *
     * @return false if the connection had already ended on both sides, or was silent
     */
    public boolean silence(String rule) {
        return ends.silence(rule);
    }

    /** Until an instant, the client takes this long to read each message before the next one. */
    public void readSlowly(long delayNanos, long untilNanos) {
        wires.readSlowly(delayNanos, untilNanos);
    }

    /** Shows what stalls hold, in order, for digests of the state. */
    public void visitParked(ParkedVisitor visitor) {
        wires.visitParked(visitor);
    }

    /** Sent and not yet delivered, in bytes. */
    public long bytesOnTheirWay(Direction direction) {
        return wires.stream(direction).bytes();
    }

    @Override
    public String toString() {
        return person() + " #" + number;
    }

    void open() {
        long now = kernel.nowNanos();
        long transit = access.handshakeNanos();
        watchdog.opening(now, transit == Route.GAVE_UP ? Long.MAX_VALUE : now + transit);
        if (transit == Route.GAVE_UP) {
            ends.silence("loss");
            return;
        }
        wires.putFirst(this, transit);
        ends.settle();
    }

    void arrived(Direction direction, int what, Object message) {
        if (direction == Direction.TO_SERVER) {
            arrivedAtServer(what, message);
        } else {
            arrivedAtClient(what, message);
        }
    }

    void lost(Direction direction, Object message, String rule) {
        listener.lost(this, direction, message, rule);
    }

    String kind(Direction direction, Object message) {
        return listener.kind(direction, message);
    }

    /** A direction is about to stall; what arrived before counts for the heartbeat. */
    void beforeStall() {
        watchdog.block();
    }

    void stalled(Direction direction, Route route) {
        if (wires.stream(direction).isFinished()) {
            ends.settle();
            return;
        }
        wires.stream(direction).park(route);
        listener.stalled(this, direction, route.stalledUntilNanos(), route.stallRule());
        ends.settle();
    }

    void released(Direction direction, String rule) {
        if (!wires.stream(direction).isFinished()) {
            wires.stream(direction).move();
            listener.released(this, direction, rule);
        }
        if (watchdog.unblock()) {
            access.route(direction).heldSignOfLife();
        }
        ends.settle();
    }

    /** The client has heard nothing for too long. */
    void clientTimedOut() {
        access.givesUp();
        ends.clientCloses(CloseCause.CUT);
        client.closed(CloseCause.TIMEOUT);
    }

    /** The server has heard nothing for too long. */
    void serverTimedOut() {
        access.givesUp();
        ends.serverCloses(CloseCause.CUT);
        server.closed(this, CloseCause.TIMEOUT);
    }

    void heard() {
        server.heard(this);
    }

    boolean isConnecting() {
        return ends.isConnecting();
    }

    boolean isSilent() {
        return ends.isSilent();
    }

    private boolean send(Direction direction, boolean open, Object message, int sizeBytes) {
        if (!open || ends.isBroken() || wires.stream(direction).isFinished()) {
            lost(direction, message, ends.lossRule());
            return false;
        }
        if (!wires.put(direction, Stream.MESSAGE, message, sizeBytes)) {
            ends.silence("loss");
            lost(direction, message, "loss");
            return false;
        }
        return true;
    }

    private void arrivedAtServer(int what, Object message) {
        switch (what) {
            case Stream.OPENING -> {
                ends.serverOpens();
                server.opened(this);
            }
            case Stream.MESSAGE -> server.received(this, message);
            default -> {
                ends.serverLearns();
                server.closed(this, (CloseCause) message);
            }
        }
    }

    private void arrivedAtClient(int what, Object message) {
        switch (what) {
            case Stream.OPENING -> {
                ends.clientOpens();
                client.opened();
            }
            case Stream.MESSAGE -> client.received(message);
            default -> {
                ends.clientLearns();
                client.closed((CloseCause) message);
            }
        }
    }

    /**
     * Tells the server's owner that its socket layer has given up, after the call that led to it.
     */
    private final class Telling implements EventHandler {

        @Override
        public void handle(int what, @Nullable Object data) {
            ends.serverGaveUp();
            server.closed(SignallingConnection.this, CloseCause.SLOW_READER);
        }

        @Override
        public String describe(int what, @Nullable Object data) {
            return "server drops slow reader " + person();
        }
    }
}
