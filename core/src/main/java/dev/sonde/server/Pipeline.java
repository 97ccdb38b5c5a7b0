package dev.sonde.server;

import com.corundumstudio.socketio.SocketIOChannelInitializer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.ReferenceCountUtil;

/** netty-socketio's pipeline, with our doors and guards in their places. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Pipeline extends SocketIOChannelInitializer {

    /** Their largest size times this many is well below what a client may leave unread. */
    private static final int MESSAGES_PER_WRITE = 8;

    private final Switchboard board;
    private final HandshakeDoor handshakes;
    private final WebDoor web;
    private final Journal journal;
    private final ChannelGroup connections;

    Pipeline(
            Switchboard board,
            HandshakeDoor handshakes,
            WebDoor web,
            Journal journal,
            ChannelGroup connections) {
        this.board = board;
        this.handshakes = handshakes;
        this.web = web;
        this.journal = journal;
        this.connections = connections;
    }

    @Override
    protected void addSocketioHandlers(ChannelPipeline pipeline) {
        super.addSocketioHandlers(pipeline);
        connections.add(pipeline.channel());
        // Several messages for one client, from one turn of the loop, are one write to its socket.
        pipeline.addBefore(
                HTTP_REQUEST_DECODER,
                "sondeFlush",
                new FlushConsolidationHandler(MESSAGES_PER_WRITE, true));
        pipeline.addBefore(PACKET_HANDLER, "sondeGuard", new PacketGuard(board));
        pipeline.addBefore(AUTHORIZE_HANDLER, "sondeHandshakes", handshakes);
        // After the handler that stops the clock of those who connect and say nothing.
        pipeline.addAfter(AUTHORIZE_HANDLER, "sondeWeb", web);
        pipeline.addLast("sondeEnd", new End(board.metrics(), journal));
    }

    /** What nobody wanted: counted, named by its class only, and the connection closed. */
    private static final class End extends ChannelInboundHandlerAdapter {

        private final Metrics metrics;
        private final Journal journal;

        End(Metrics metrics, Journal journal) {
            this.metrics = metrics;
            this.journal = journal;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            ReferenceCountUtil.release(msg);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            boolean isOurs = cause instanceof RuntimeException
                    && !(cause instanceof io.netty.handler.codec.CodecException);
            metrics.guarded(isOurs ? "exception" : "broken-connection");
            if (isOurs) {
                journal.failure("connection-failed", cause);
            }
            ctx.close();
        }
    }
}
