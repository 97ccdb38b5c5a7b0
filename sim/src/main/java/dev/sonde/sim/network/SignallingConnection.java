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

    private enum ClientState {
        CONNECTING,
        OPEN,
        CLOSED
    }

    private enum ServerState {
        NEW,
        OPEN,
        /** Given up by its own socket layer; the owner is about to be told. */
        ENDING,
        CLOSED
    }

    private static final String CLOSED_RULE = "closed";
    private static final int NO_BYTES = 0;

    private final Kernel kernel;
    private final Access access;
    private final long number;
    private final ClientEnd client;
    private final ServerEnd server;
    private final NetworkListener listener;
    private final Stream toServer;
    private final Stream fromServer;
    private final Watchdog watchdog;

    private ClientState clientState = ClientState.CONNECTING;
    private ServerState serverState = ServerState.NEW;
    private String brokenRule = "";
    private boolean silent;
    private long readDelayNanos;
    private long readSlowlyUntilNanos;

    SignallingConnection(Access access, long number, ClientEnd client, ServerEnd server) {
        this.kernel = access.kernel();
        this.access = access;
        this.number = number;
        this.client = client;
        this.server = server;
        this.listener = access.listener();
        this.toServer = new Stream(kernel, this, Direction.TO_SERVER);
        this.fromServer = new Stream(kernel, this, Direction.FROM_SERVER);
        this.watchdog = new Watchdog(this, access);
        for (Direction direction : access.directions()) {
            if (access.route(direction).isStalled()) {
                stream(direction).park();
            }
        }
    }

    /** Counts the connections of a run from 1. */
    public long number() {
        return number;
    }

    public String person() {
        return access.person();
    }

    /** True while the client may send. */
    public boolean isOpenAtClient() {
        return clientState == ClientState.OPEN;
    }

    /** True while the server may send. It may not know yet that the client is gone. */
    public boolean isOpenAtServer() {
        return serverState == ServerState.OPEN;
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
        if (isOpenAtServer()
                && fromServer.bytes() + sizeBytes > access.settings().outboundBudgetBytes()) {
            lost(Direction.FROM_SERVER, message, "budget");
            overBudget();
            return false;
        }
        return send(Direction.FROM_SERVER, isOpenAtServer(), message, sizeBytes);
    }

    /** The client closes: what it sent before still arrives, then the server is told. */
    public void closeByClient() {
        if (clientState == ClientState.CLOSED) {
            return;
        }
        clientGone();
        tell(Direction.TO_SERVER, CloseCause.CLIENT);
        settle();
    }

    /** The server closes: what it sent before still arrives, then a disconnect packet. */
    public void closeByServer() {
        if (serverState != ServerState.OPEN) {
            return;
        }
        serverGone(ServerState.CLOSED, CLOSED_RULE);
        tell(Direction.FROM_SERVER, CloseCause.SERVER);
        settle();
    }

    /**
     * The transport breaks and both sides are told. Each direction loses a suffix of what is on its
     * way; how much is a choice.
     *
     * @return false if the connection had already ended or was about to
     */
    public boolean cut(String rule) {
        if (isBroken() || isEnding()) {
            return false;
        }
        brokenRule = rule;
        for (Direction direction : access.directions()) {
            Stream stream = stream(direction);
            stream.loseLast(access.route(direction).losesAtCut(stream.count()), rule);
        }
        if (!serverNeverHears()) {
            tell(Direction.TO_SERVER, CloseCause.CUT);
        }
        tell(Direction.FROM_SERVER, CloseCause.CUT);
        settle();
        return true;
    }

    /**
     * From now on nothing gets through, also nothing that is on its way, and nobody is told: each
     * side finds out by its heartbeat.
     *
     * @return false if the connection had already ended on both sides, or was silent
     */
    public boolean silence(String rule) {
        if (silent || (clientState == ClientState.CLOSED && serverState == ServerState.CLOSED)) {
            return false;
        }
        watchdog.block();
        silent = true;
        brokenRule = rule;
        toServer.loseLast(toServer.count(), rule);
        fromServer.loseLast(fromServer.count(), rule);
        serverNeverHears();
        settle();
        return true;
    }

    /** Until an instant, the client takes this long to read each message before the next one. */
    public void readSlowly(long delayNanos, long untilNanos) {
        readDelayNanos = delayNanos;
        readSlowlyUntilNanos = untilNanos;
    }

    /** Shows what stalls hold, in order, for digests of the state. */
    public void visitParked(ParkedVisitor visitor) {
        toServer.visitParked(visitor);
        fromServer.visitParked(visitor);
    }

    /** Sent and not yet delivered, in bytes. */
    public long bytesOnTheirWay(Direction direction) {
        return stream(direction).bytes();
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
            silence("loss");
            return;
        }
        long width = kernel.isAdversarial() ? access.handshakeWidthNanos() : 0;
        toServer.put(Stream.OPENING, this, NO_BYTES, now + transit, now + transit + width);
        settle();
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

    /** A direction is about to stall; what arrived before counts for the heartbeat. */
    void beforeStall() {
        watchdog.block();
    }

    void stalled(Direction direction, Route route) {
        if (stream(direction).isFinished()) {
            settle();
            return;
        }
        stream(direction).park();
        listener.stalled(this, direction, route.stalledUntilNanos(), route.stallRule());
        settle();
    }

    void released(Direction direction, String rule) {
        if (!stream(direction).isFinished()) {
            stream(direction).move();
            listener.released(this, direction, rule);
        }
        watchdog.unblock();
        settle();
    }

    /** The client has heard nothing for too long. */
    void clientTimedOut() {
        clientGone();
        tell(Direction.TO_SERVER, CloseCause.CUT);
        settle();
        client.closed(CloseCause.TIMEOUT);
    }

    /** The server has heard nothing for too long. */
    void serverTimedOut() {
        serverGone(ServerState.CLOSED, "heartbeat");
        tell(Direction.FROM_SERVER, CloseCause.CUT);
        settle();
        server.closed(this, CloseCause.TIMEOUT);
    }

    void heard() {
        server.heard(this);
    }

    boolean isConnecting() {
        return clientState == ClientState.CONNECTING;
    }

    boolean isSilent() {
        return silent;
    }

    private boolean send(Direction direction, boolean open, Object message, int sizeBytes) {
        if (!open || isBroken() || stream(direction).isFinished()) {
            lost(direction, message, isBroken() ? brokenRule : CLOSED_RULE);
            return false;
        }
        return put(direction, Stream.MESSAGE, message, sizeBytes);
    }

    private boolean put(Direction direction, int what, Object message, int sizeBytes) {
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
            silence("loss");
            if (what == Stream.MESSAGE) {
                lost(direction, message, "loss");
            }
            return false;
        }
        long earliest = kernel.nowNanos() + transit;
        long latest = earliest + width;
        if (direction == Direction.FROM_SERVER && kernel.nowNanos() < readSlowlyUntilNanos) {
            earliest = Math.max(earliest, stream.lastEarliestNanos()) + readDelayNanos;
            latest = Math.max(latest, stream.lastLatestNanos()) + readDelayNanos;
        }
        stream.put(what, message, sizeBytes, earliest, latest);
        return true;
    }

    /** Sends the notice of the end, unless the far side knows or can never know. */
    private void tell(Direction direction, CloseCause cause) {
        Stream stream = stream(direction);
        if (!silent && !stream.isFinished() && !stream.isNoticed()) {
            put(direction, Stream.NOTICE, cause, NO_BYTES);
        }
    }

    private void arrivedAtServer(int what, Object message) {
        switch (what) {
            case Stream.OPENING -> {
                serverState = ServerState.OPEN;
                watchdog.serverOpened();
                if (!isBroken() && !fromServer.isFinished()) {
                    put(Direction.FROM_SERVER, Stream.OPENING, this, NO_BYTES);
                }
                settle();
                server.opened(this);
            }
            case Stream.MESSAGE -> server.received(this, message);
            default -> {
                serverGone(ServerState.CLOSED, CLOSED_RULE);
                settle();
                server.closed(this, (CloseCause) message);
            }
        }
    }

    private void arrivedAtClient(int what, Object message) {
        switch (what) {
            case Stream.OPENING -> {
                clientState = ClientState.OPEN;
                watchdog.clientOpened();
                settle();
                client.opened();
            }
            case Stream.MESSAGE -> client.received(message);
            default -> {
                clientGone();
                settle();
                client.closed((CloseCause) message);
            }
        }
    }

    private void overBudget() {
        serverGone(ServerState.ENDING, "budget");
        fromServer.loseLast(fromServer.count(), "budget");
        tell(Direction.FROM_SERVER, CloseCause.SLOW_READER);
        kernel.timer(kernel.nowNanos(), new Telling(), 0, null);
        settle();
    }

    private void clientGone() {
        clientState = ClientState.CLOSED;
        fromServer.finish(CLOSED_RULE);
    }

    private void serverGone(ServerState next, String rule) {
        serverState = next;
        toServer.finish(rule);
    }

    /** Settles that a server whose opening was lost never knows of this connection. */
    private boolean serverNeverHears() {
        if (serverState == ServerState.NEW && toServer.count() == 0) {
            serverGone(ServerState.CLOSED, CLOSED_RULE);
            return true;
        }
        return serverState == ServerState.CLOSED;
    }

    private void settle() {
        if (clientState == ClientState.CLOSED && serverState == ServerState.CLOSED) {
            access.forget(this);
        }
        watchdog.watch(clientState != ClientState.CLOSED, serverState == ServerState.OPEN);
    }

    private boolean isBroken() {
        return !brokenRule.isEmpty();
    }

    private boolean isEnding() {
        return clientState == ClientState.CLOSED
                || serverState == ServerState.CLOSED
                || serverState == ServerState.ENDING;
    }

    private Stream stream(Direction direction) {
        return direction == Direction.TO_SERVER ? toServer : fromServer;
    }

    /**
     * Tells the server's owner that its socket layer has given up, after the call that led to it.
     */
    private final class Telling implements EventHandler {

        @Override
        public void handle(int what, @Nullable Object data) {
            serverState = ServerState.CLOSED;
            settle();
            server.closed(SignallingConnection.this, CloseCause.SLOW_READER);
        }

        @Override
        public String describe(int what, @Nullable Object data) {
            return "server drops slow reader " + SignallingConnection.this;
        }
    }
}
