package dev.sonde.server;

import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.messages.PacketsMessage;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Stands between one websocket and the rest: lets through only such frames and packets as clients
 * of this protocol send, and tells the pool's loop when the connection begins, speaks and ends. All
 * on the connection's own I/O thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class PacketGuard extends ChannelInboundHandlerAdapter {

    /** Events that a page may send before it has said who it is (development mode). */
    private static final int HELD_EVENTS = 32;

    private static final int NAMING_SECONDS = 2;
    private static final int CONNECT_SECONDS = 10;

    /** Longer header numbers take quadratic time to read. */
    private static final int HEADER_DIGITS = 19;

    private static final String STORE_KEY = "sonde";

    private final Switchboard board;
    private final Budget budget;

    /** Most connections never hold anything, and there are many of them. */
    private List<ClientMessage> held = List.of();

    private @Nullable Admission admission;
    private @Nullable PoolLoop loop;
    private @Nullable Connection connection;
    private boolean isNamed;
    private boolean isGone;
    private @Nullable ScheduledFuture<?> patience;

    PacketGuard(Switchboard board) {
        this.board = board;
        this.budget = new Budget(board.nanos());
    }

    /** The guard of the connection that this client head belongs to, or null. */
    static @Nullable PacketGuard of(ClientHead head) {
        return head.getStore().get(STORE_KEY);
    }

    /** The handshake was accepted. */
    void admitted(ChannelHandlerContext ctx, Admission admitted) {
        admission = admitted;
        loop = board.loop(admitted.pool());
        board.metrics().connections.increment();
        patience = ctx.executor()
                .schedule(() -> cut(ctx, "no-connect"), CONNECT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (isGone) {
            ReferenceCountUtil.release(msg);
        } else if (msg instanceof WebSocketFrame frame) {
            if (isFrameFine(ctx, frame)) {
                ctx.fireChannelRead(msg);
            } else {
                frame.release();
            }
        } else if (msg instanceof PacketsMessage packets && !isPacketFine(packets.getContent())) {
            refusePacket(ctx);
        } else if (msg instanceof PacketsMessage packets) {
            packet(ctx, packets);
        } else {
            ctx.fireChannelRead(msg);
        }
    }

    private boolean isFrameFine(ChannelHandlerContext ctx, WebSocketFrame frame) {
        boolean affordable = budget.admit(frame.content().readableBytes(), board.nanos());
        if (!affordable && board.has(Guard.INBOUND_BUDGET)) {
            cut(ctx, "flood");
            return false;
        }
        if (frame instanceof BinaryWebSocketFrame && board.has(Guard.NO_BINARY)) {
            cut(ctx, "binary-frame");
            return false;
        }
        return true;
    }

    /**
     * True for: pong, close; of the default namespace connect, disconnect, event. What is refused
     * is what netty-socketio would read with too much trust.
     */
    private boolean isPacketFine(ByteBuf content) {
        int start = content.readerIndex();
        int length = content.readableBytes();
        byte type = length == 0 ? 0 : content.getByte(start);
        if (type == '1' || type == '3') {
            return length == 1;
        }
        byte kind = length < 2 ? 0 : content.getByte(start + 1);
        boolean isBinary = type == '4' && (kind == '5' || kind == '6');
        if (isBinary) {
            return !board.has(Guard.NO_BINARY);
        }
        if (!board.has(Guard.PACKET_HEADERS)) {
            return true;
        }
        if (type != '4' || content.indexOf(start, start + length, (byte) 0x1e) >= 0) {
            return false;
        }
        return switch (kind) {
            case '0' -> length == 2 || content.getByte(start + 2) == '{';
            case '1' -> length == 2;
            case '2' -> isEventHeaderFine(content, start + 2, start + length);
            default -> false;
        };
    }

    /** Digits of an acknowledgement, at most 19, and then the array. */
    private static boolean isEventHeaderFine(ByteBuf content, int start, int end) {
        int at = start;
        while (at < end && at - start <= HEADER_DIGITS && isDigit(content.getByte(at))) {
            at++;
        }
        return at < end && at - start <= HEADER_DIGITS && content.getByte(at) == '[';
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private void refusePacket(ChannelHandlerContext ctx) {
        board.metrics().guarded("packet");
        if (connection == null) {
            cut(ctx, "packet-before-connect");
        } else {
            said(new ClientMessage.Unreadable("packet", Refusal.MALFORMED));
        }
    }

    private void packet(ChannelHandlerContext ctx, PacketsMessage packets) {
        ByteBuf content = packets.getContent();
        byte type = content.getByte(content.readerIndex());
        byte kind = content.readableBytes() < 2 ? 0 : content.getByte(content.readerIndex() + 1);
        if (type == '1' || (type == '4' && kind == '1')) {
            gone();
            ctx.close();
        } else if (type == '4' && kind == '0') {
            if (connection == null) {
                // First netty-socketio's answer, then the lobby's messages: clients wait for it.
                ctx.fireChannelRead(packets);
                connect(ctx, packets.getClient());
            }
        } else if (type == '4' && connection == null) {
            cut(ctx, "packet-before-connect");
        } else {
            if (type == '3') {
                heard();
            }
            ctx.fireChannelRead(packets);
        }
    }

    private void connect(ChannelHandlerContext ctx, ClientHead head) {
        Admission known = admission;
        if (known == null || isGone) {
            ctx.close();
            return;
        }
        stopWaiting();
        head.getStore().set(STORE_KEY, this);
        Connection opened = new Connection(
                board.nextSocket(),
                head,
                ctx.channel(),
                board.has(Guard.OUTBOUND_BUDGET),
                board.metrics());
        connection = opened;
        if (known.subject() != null) {
            name(known.subject());
        } else {
            patience = ctx.executor().schedule(this::release, NAMING_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void name(SubjectId subject) {
        PoolLoop pool = loop;
        Admission known = admission;
        Connection opened = connection;
        if (pool != null && known != null && opened != null) {
            isNamed = true;
            pool.connected(opened, subject, known.instance());
        }
    }

    /** An event arrived. Called by netty-socketio, on the connection's I/O thread. */
    void said(JsonDoor.Said said) {
        boolean mayName = admission != null && admission.subject() == null;
        if (mayName && SubjectId.isValid(said.registers())) {
            stopWaiting();
            name(new SubjectId(said.registers()));
            release();
        } else {
            said(said.message());
        }
    }

    private void said(ClientMessage message) {
        boolean canWait = !isNamed && patience != null && held.size() < HELD_EVENTS;
        if (canWait) {
            held = held.isEmpty() ? new ArrayList<>() : held;
            held.add(message);
        } else {
            post(message);
        }
    }

    /** What was held goes on, in order: the lobby takes it, or refuses it if nobody was named. */
    private void release() {
        patience = null;
        held.forEach(this::post);
        held = List.of();
    }

    private void post(ClientMessage message) {
        PoolLoop pool = loop;
        Connection opened = connection;
        if (pool != null && opened != null && !isGone) {
            pool.received(opened.id(), message);
        }
    }

    private void heard() {
        PoolLoop pool = loop;
        Connection opened = connection;
        if (pool != null && opened != null && board.countsSignsOfLife()) {
            pool.heard(opened.id());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        gone();
        ctx.fireChannelInactive();
    }

    /** The connection is over; only the first call counts. */
    private void gone() {
        if (isGone) {
            return;
        }
        isGone = true;
        stopWaiting();
        held = List.of();
        if (admission != null) {
            board.metrics().connections.decrement();
        }
        Connection opened = connection;
        PoolLoop pool = loop;
        if (opened != null && pool != null && isNamed) {
            SocketId socket = opened.id();
            pool.disconnected(socket);
        }
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel(false);
            patience = null;
        }
    }

    /** Ends the connection for what it did. */
    private void cut(ChannelHandlerContext ctx, String what) {
        board.metrics().guarded(what);
        gone();
        // What it has sent meanwhile is not even read.
        ctx.channel().config().setAutoRead(false);
        CloseWebSocketFrame frame = new CloseWebSocketFrame(WebSocketCloseStatus.POLICY_VIOLATION);
        ctx.channel().writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
    }
}
