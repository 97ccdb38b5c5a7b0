package dev.sonde.server;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Judges every request to {@code /socket.io/} before netty-socketio sees it. What is let through
 * has lost its query and its cookies, so no token goes any further.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
@Sharable
final class HandshakeDoor extends ChannelInboundHandlerAdapter {

    static final String PATH = "/socket.io/";

    private static final String BARE_HANDSHAKE = PATH + "?EIO=4&transport=websocket";

    private final Doorkeeper doorkeeper;
    private final Metrics metrics;
    private final int mostConnections;
    private final AtomicBoolean isStopping;

    HandshakeDoor(
            Doorkeeper doorkeeper, Metrics metrics, int mostConnections, AtomicBoolean isStopping) {
        this.doorkeeper = doorkeeper;
        this.metrics = metrics;
        this.mostConnections = mostConnections;
        this.isStopping = isStopping;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (!(msg instanceof FullHttpRequest request)) {
            ctx.fireChannelRead(msg);
            return;
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        if (!isReadable(uri)) {
            deny(ctx, request, Denial.ADDRESS);
            return;
        }
        if (!uri.path().equals(PATH)) {
            ctx.fireChannelRead(msg);
            return;
        }
        Object verdict = judge(request, uri);
        if (verdict instanceof Admission admission) {
            admit(ctx, request, admission);
        } else if (verdict instanceof Denial denial) {
            deny(ctx, request, denial);
        }
    }

    /** False if what is behind a percent sign is no byte. */
    private static boolean isReadable(QueryStringDecoder uri) {
        try {
            return uri.path() != null && uri.parameters() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void deny(ChannelHandlerContext ctx, FullHttpRequest request, Denial denial) {
        metrics.handshake(denial.wireName);
        request.release();
        Answers.denial(ctx, denial);
    }

    private Object judge(FullHttpRequest request, QueryStringDecoder uri) {
        HttpHeaders headers = request.headers();
        if (isStopping.get()) {
            return Denial.STOPPING;
        }
        boolean upgrades = headers.containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
        if (!upgrades || !"13".equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            return Denial.TRANSPORT;
        }
        if (metrics.connections.sum() >= mostConnections) {
            return Denial.FULL;
        }
        return doorkeeper.judge(headers, uri.parameters());
    }

    private void admit(ChannelHandlerContext ctx, FullHttpRequest request, Admission admission) {
        metrics.handshake("accepted");
        ctx.pipeline().get(PacketGuard.class).admitted(ctx, admission);
        request.setUri(BARE_HANDSHAKE);
        String session = sessionOfCookie(request);
        request.headers().remove(HttpHeaderNames.COOKIE).remove(HttpHeaderNames.AUTHORIZATION);
        if (!session.isEmpty()) {
            request.headers().set(HttpHeaderNames.COOKIE, session);
        }
        ctx.fireChannelRead(request);
    }

    /** The one cookie that netty-socketio looks for; see {@link Guard#RANDOM_SESSIONS}. */
    private static String sessionOfCookie(FullHttpRequest request) {
        String cookies = request.headers().get(HttpHeaderNames.COOKIE, "");
        for (String cookie : cookies.split(";", -1)) {
            if (cookie.strip().startsWith("io=")) {
                return cookie.strip();
            }
        }
        return "";
    }
}
