package dev.sonde.server;

import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;

import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

import java.util.List;

/** One open websocket, as its pool's loop sees it. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Connection {

    /** Most bytes that may wait for a client that does not read. */
    static final int OUTBOUND_BYTES = 256 * 1024;

    private final SocketId id;
    private final ClientHead head;
    private final Channel channel;
    private final boolean closesSlowReaders;
    private final Metrics metrics;

    Connection(
            SocketId id,
            ClientHead head,
            Channel channel,
            boolean closesSlowReaders,
            Metrics metrics) {
        this.id = id;
        this.head = head;
        this.channel = channel;
        this.closesSlowReaders = closesSlowReaders;
        this.metrics = metrics;
    }

    SocketId id() {
        return id;
    }

    /** Sends, unless the client has left too much unread; then it is closed instead. */
    void send(ServerMessage message) {
        if (!channel.isActive()) {
            return;
        }
        if (closesSlowReaders && !channel.isWritable()) {
            metrics.slowReaders.increment();
            channel.close();
            return;
        }
        Packet packet = new Packet(PacketType.MESSAGE, EngineIOVersion.V4);
        packet.setSubType(PacketType.EVENT);
        packet.setName(message.event());
        packet.setData(List.of(message));
        metrics.sent.increment();
        head.send(packet);
    }

    /** Says goodbye in a way that keeps the client from coming back by itself, and closes. */
    void close() {
        if (!channel.isActive()) {
            return;
        }
        Packet packet = new Packet(PacketType.MESSAGE, EngineIOVersion.V4);
        packet.setSubType(PacketType.DISCONNECT);
        head.send(packet);
        channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
