package dev.sonde.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.LobbySnapshot;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** All HTTP that is not Socket.IO: the page, health, and what operators look at. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
@Sharable
final class WebDoor extends ChannelInboundHandlerAdapter {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BEARER = "Bearer ";

    private final WebFiles files;
    private final Metrics metrics;
    private final Map<String, PoolLoop> loops;
    private final MatchFeed feed;
    private final Origins origins;
    private final boolean isDevelopment;
    private final @Nullable Secret operatorToken;
    private final BooleanSupplier isReady;

    WebDoor(
            WebFiles files,
            Metrics metrics,
            Map<String, PoolLoop> loops,
            MatchFeed feed,
            Origins origins,
            boolean isDevelopment,
            @Nullable Secret operatorToken,
            BooleanSupplier isReady) {
        this.files = files;
        this.metrics = metrics;
        this.loops = loops;
        this.feed = feed;
        this.origins = origins;
        this.isDevelopment = isDevelopment;
        this.operatorToken = operatorToken;
        this.isReady = isReady;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (!(msg instanceof FullHttpRequest request)) {
            ctx.fireChannelRead(msg);
            return;
        }
        String path = new QueryStringDecoder(request.uri()).path();
        if (path.equals(HandshakeDoor.PATH)) {
            ctx.fireChannelRead(msg);
            return;
        }
        try {
            answer(ctx, request, path);
        } finally {
            request.release();
        }
    }

    private void answer(ChannelHandlerContext ctx, FullHttpRequest request, String path) {
        if (!origins.isHostAllowed(request.headers().get(HttpHeaderNames.HOST))) {
            Answers.denial(ctx, Denial.HOST);
        } else if (!request.method().equals(HttpMethod.GET)) {
            Answers.text(ctx, 405, TEXT, "only GET is answered here\n");
        } else {
            switch (path) {
                case "/health" -> Answers.text(ctx, 200, Answers.JSON, "{\"status\":\"up\"}\n");
                case "/ready" -> ready(ctx);
                case "/metrics", "/lobby", "/events" -> toOperator(ctx, request, path);
                default -> file(ctx, path);
            }
        }
    }

    private void ready(ChannelHandlerContext ctx) {
        boolean ready = isReady.getAsBoolean();
        Answers.text(ctx, ready ? 200 : 503, Answers.JSON, "{\"ready\":" + ready + "}\n");
    }

    private void file(ChannelHandlerContext ctx, String path) {
        WebFiles.Served file = files.find(path);
        if (file == null) {
            Answers.text(ctx, 404, TEXT, "there is nothing here\n");
        } else {
            file.answer(ctx);
        }
    }

    private void toOperator(ChannelHandlerContext ctx, FullHttpRequest request, String path) {
        if (!isOperator(request.headers().get(HttpHeaderNames.AUTHORIZATION))) {
            Answers.text(
                    ctx,
                    401,
                    TEXT,
                    "for operators: send Authorization: Bearer and the setting operator-token\n");
            return;
        }
        switch (path) {
            case "/metrics" -> Answers.text(ctx, 200, "text/plain; version=0.0.4", metrics.text());
            case "/lobby" -> lobby(ctx);
            default -> feed.follow(ctx, request.headers().get("Last-Event-ID"));
        }
    }

    /** In development mode everybody on this machine is an operator. */
    private boolean isOperator(@Nullable String authorization) {
        if (operatorToken == null) {
            return isDevelopment;
        }
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        (BEARER + operatorToken.text()).getBytes(StandardCharsets.UTF_8));
    }

    private void lobby(ChannelHandlerContext ctx) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode pools = answer.putObject("pools");
        AtomicCountdown left = new AtomicCountdown(
                loops.size(), () -> Answers.text(ctx, 200, Answers.JSON, answer.toString()));
        loops.forEach((name, loop) -> loop.snapshot().thenAccept(snapshot -> {
            synchronized (answer) {
                snapshot.ifPresent(seen -> describe(pools.putObject(name), seen));
            }
            left.done();
        }));
    }

    private static void describe(ObjectNode pool, LobbySnapshot snapshot) {
        ArrayNode people = pool.putArray("people");
        for (LobbySnapshot.Person person : snapshot.people()) {
            people.addObject()
                    .put("subject", person.subject().value())
                    .put("presence", person.presence())
                    .put("place", person.place());
        }
        ArrayNode probes = pool.putArray("probes");
        for (LobbySnapshot.LiveProbe probe : snapshot.probes()) {
            probes.addObject()
                    .put("probe", Journal.shown(probe.probe().text()))
                    .put("a", probe.subjectA().value())
                    .put("b", probe.subjectB().value())
                    .put("phase", probe.phase().wireName());
        }
        pool.put("pending_timers", snapshot.pendingTimers());
    }
}
