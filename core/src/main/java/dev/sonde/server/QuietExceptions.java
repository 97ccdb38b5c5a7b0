package dev.sonde.server;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.listener.ExceptionListener;

import io.netty.channel.ChannelHandlerContext;

import java.util.List;

/** What goes wrong inside netty-socketio: counted, and named without what the client sent. */
final class QuietExceptions implements ExceptionListener {

    private final Metrics metrics;
    private final Journal journal;

    QuietExceptions(Metrics metrics, Journal journal) {
        this.metrics = metrics;
        this.journal = journal;
    }

    private void note(Throwable problem) {
        metrics.guarded("exception");
        journal.failure("connection-failed", problem);
    }

    @Override
    public void onEventException(Exception e, List<Object> args, SocketIOClient client) {
        note(e);
    }

    @Override
    public void onDisconnectException(Exception e, SocketIOClient client) {
        note(e);
    }

    @Override
    public void onConnectException(Exception e, SocketIOClient client) {
        note(e);
    }

    @Override
    @Deprecated
    public void onPingException(Exception e, SocketIOClient client) {
        note(e);
    }

    @Override
    public void onPongException(Exception e, SocketIOClient client) {
        note(e);
    }

    @Override
    public boolean exceptionCaught(ChannelHandlerContext ctx, Throwable e) {
        // Not handled here: the end of the pipeline counts it and closes the connection.
        return false;
    }

    @Override
    public void onAuthException(Throwable e, SocketIOClient client) {
        note(e);
    }
}
