package dev.sonde.server.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** One person: joins, answers probes as a browser would, reports, and joins again. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class LoadClient extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CANDIDATES = 8;
    private static final int REJOIN_MILLIS = 100;
    private static final String SDP = "v=0 ".repeat(300);
    private static final String CANDIDATE = "candidate ".repeat(25);

    private final LoadRun run;
    private final String subject;
    private final boolean isProbed;
    private final int probeMillis;
    private String probe = "";
    private String peer = "";

    LoadClient(LoadRun run, String subject, boolean isProbed, int probeMillis) {
        this.run = run;
        this.subject = subject;
        this.isProbed = isProbed;
        this.probeMillis = probeMillis;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame)
            throws IOException {
        String packet = frame.text();
        if (packet.startsWith("0")) {
            say(ctx, "40");
        } else if (packet.equals("2")) {
            say(ctx, "3");
        } else if (packet.startsWith("40")) {
            run.connected();
            join(ctx);
        } else if (packet.startsWith("42")) {
            JsonNode event = JSON.readTree(packet.substring(2));
            heard(ctx, event.path(0).asText(), event.path(1));
        }
    }

    private void join(ChannelHandlerContext ctx) {
        if (isProbed) {
            say(ctx, "42[\"join\",{}]");
        }
    }

    private void heard(ChannelHandlerContext ctx, String event, JsonNode payload) {
        switch (event) {
            case "probe_prepare" -> {
                probe = payload.path("probe_session_id").asText();
                peer = payload.path("peer_subject_id").asText();
                say(ctx, "42[\"probe_ready\",{\"probe_session_id\":\"" + probe + "\"}]");
            }
            case "probe_start" -> started(ctx);
            case "probe_signal" -> signalled(ctx, payload);
            case "probe_cancel" -> cancelled(ctx, payload);
            case "match_found" -> {
                run.matched();
                later(ctx, REJOIN_MILLIS, () -> join(ctx));
            }
            case "waiting_room_closed" -> later(ctx, REJOIN_MILLIS, () -> join(ctx));
            default -> {
                // Nothing to do about it.
            }
        }
    }

    private void started(ChannelHandlerContext ctx) {
        if (subject.compareTo(peer) < 0) {
            signal(ctx, "offer", SDP);
            candidates(ctx);
            String measured = probe;
            later(ctx, probeMillis, () -> report(ctx, measured));
        }
    }

    private void signalled(ChannelHandlerContext ctx, JsonNode signal) {
        long sentNanos = signal.path("payload").path("at").asLong();
        run.relayed(System.nanoTime() - sentNanos);
        if (signal.path("type").asText().equals("offer")) {
            signal(ctx, "answer", SDP);
            candidates(ctx);
        }
    }

    private void cancelled(ChannelHandlerContext ctx, JsonNode cancel) {
        String reason = cancel.path("reason").asText();
        if (!reason.equals("complete")) {
            run.failed(reason);
        }
        report(ctx, cancel.path("probe_session_id").asText());
    }

    private void candidates(ChannelHandlerContext ctx) {
        for (int i = 0; i < CANDIDATES; i++) {
            signal(ctx, "ice-candidate", CANDIDATE);
        }
    }

    private void signal(ChannelHandlerContext ctx, String type, String text) {
        say(
                ctx,
                "42[\"probe_signal\",{\"probe_session_id\":\"" + probe
                        + "\",\"target_subject_id\":\"" + peer + "\",\"type\":\"" + type
                        + "\",\"payload\":{\"at\":" + System.nanoTime() + ",\"text\":\"" + text
                        + "\"}}]");
    }

    private static void report(ChannelHandlerContext ctx, String about) {
        say(
                ctx,
                "42[\"probe_result\",{\"probe_session_id\":\"" + about
                        + "\",\"rtt_ms\":20,\"success\":true}]");
    }

    private void later(ChannelHandlerContext ctx, int millis, Runnable what) {
        var unused = ctx.executor().schedule(what, millis, TimeUnit.MILLISECONDS);
    }

    private static void say(ChannelHandlerContext ctx, String packet) {
        ctx.writeAndFlush(new TextWebSocketFrame(packet), ctx.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        run.closed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        run.failed(cause.getClass().getSimpleName());
        ctx.close();
    }
}
