package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

/**
 * Where the two ends of one connection are, and how each comes to its end. Tells nobody: who calls
 * these tells the owners.
 */
final class Ends {

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

    private final SignallingConnection connection;
    private final Access access;
    private final Wires wires;
    private final Watchdog watchdog;

    private ClientState client = ClientState.CONNECTING;
    private ServerState server = ServerState.NEW;
    private String brokenRule = "";
    private boolean silent;

    Ends(SignallingConnection connection, Access access, Wires wires, Watchdog watchdog) {
        this.connection = connection;
        this.access = access;
        this.wires = wires;
        this.watchdog = watchdog;
    }

    boolean isConnecting() {
        return client == ClientState.CONNECTING;
    }

    boolean isOpenAtClient() {
        return client == ClientState.OPEN;
    }

    boolean isOpenAtServer() {
        return server == ServerState.OPEN;
    }

    boolean isSilent() {
        return silent;
    }

    boolean isBroken() {
        return !brokenRule.isEmpty();
    }

    /** Why a message is lost that cannot be sent. */
    String lossRule() {
        return isBroken() ? brokenRule : CLOSED_RULE;
    }

    void clientOpens() {
        client = ClientState.OPEN;
        watchdog.clientOpened();
        settle();
    }

    void serverOpens() {
        server = ServerState.OPEN;
        watchdog.serverOpened();
        if (!isBroken() && !wires.stream(Direction.FROM_SERVER).isFinished()) {
            put(Direction.FROM_SERVER, Stream.OPENING, connection);
        }
        settle();
    }

    /** The client ends it by itself, unless it has ended, and the server will be told why. */
    void clientCloses(CloseCause cause) {
        if (client != ClientState.CLOSED) {
            clientGone();
            tell(Direction.TO_SERVER, cause);
            settle();
        }
    }

    /** The server ends an open connection by itself, and the client will be told why. */
    void serverCloses(CloseCause cause) {
        String rule = cause == CloseCause.SERVER ? CLOSED_RULE : "heartbeat";
        serverGone(ServerState.CLOSED, rule);
        tell(Direction.FROM_SERVER, cause);
        settle();
    }

    /** The notice of the end has arrived at the client. */
    void clientLearns() {
        clientGone();
        settle();
    }

    /** The notice of the end has arrived at the server. */
    void serverLearns() {
        serverGone(ServerState.CLOSED, CLOSED_RULE);
        settle();
    }

    /**
     * The server's socket layer gives up a client that does not read.
     *
     * @param telling runs next, and tells the server's owner
     */
    void serverGivesUp(EventHandler telling) {
        serverGone(ServerState.ENDING, "budget");
        Stream stream = wires.stream(Direction.FROM_SERVER);
        stream.loseLast(stream.count(), "budget");
        tell(Direction.FROM_SERVER, CloseCause.SLOW_READER);
        Kernel kernel = access.kernel();
        kernel.timer(kernel.nowNanos(), telling, 0, null);
        settle();
    }

    /** The server's owner is about to hear what its socket layer has given up. */
    void serverGaveUp() {
        server = ServerState.CLOSED;
        settle();
    }

    /** The transport breaks; false if the connection had already ended or was about to. */
    boolean cut(String rule) {
        if (isBroken() || isEnding()) {
            return false;
        }
        brokenRule = rule;
        wires.loseSuffixes(rule);
        if (!serverNeverHears()) {
            tell(Direction.TO_SERVER, CloseCause.CUT);
        }
        tell(Direction.FROM_SERVER, CloseCause.CUT);
        settle();
        return true;
    }

    /** Nothing gets through any more; false if it was so, or nobody is left to find out. */
    boolean silence(String rule) {
        if (silent || isOver()) {
            return false;
        }
        watchdog.block();
        silent = true;
        brokenRule = rule;
        wires.loseAll(rule);
        serverNeverHears();
        settle();
        return true;
    }

    /** Forgets a connection that has ended for both, and watches over one that has not. */
    void settle() {
        if (isOver()) {
            access.forget(connection);
        }
        watchdog.watch(client != ClientState.CLOSED, server == ServerState.OPEN);
    }

    /** Sends the notice of the end, unless the far side knows or can never know. */
    private void tell(Direction direction, CloseCause cause) {
        Stream stream = wires.stream(direction);
        if (!silent && !stream.isFinished() && !stream.isNoticed()) {
            put(direction, Stream.NOTICE, cause);
        }
    }

    private void put(Direction direction, int what, Object thing) {
        if (!wires.put(direction, what, thing)) {
            silence("loss");
        }
    }

    private void clientGone() {
        client = ClientState.CLOSED;
        wires.stream(Direction.FROM_SERVER).finish(CLOSED_RULE);
    }

    private void serverGone(ServerState next, String rule) {
        server = next;
        wires.stream(Direction.TO_SERVER).finish(rule);
    }

    /** Settles that a server whose opening was lost never knows of this connection. */
    private boolean serverNeverHears() {
        if (server == ServerState.NEW && wires.stream(Direction.TO_SERVER).count() == 0) {
            serverGone(ServerState.CLOSED, CLOSED_RULE);
            return true;
        }
        return server == ServerState.CLOSED;
    }

    private boolean isOver() {
        return client == ClientState.CLOSED && server == ServerState.CLOSED;
    }

    private boolean isEnding() {
        return client == ClientState.CLOSED
                || server == ServerState.CLOSED
                || server == ServerState.ENDING;
    }
}
