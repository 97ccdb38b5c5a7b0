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
class LoadClient extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CANDIDATES = 8;
    private static final int REJOIN_MILLIS = 100;
    private static final double LARGEST_RTT_MILLIS = 60_000;
    private static final String SDP = "v=0 ".repeat(300);
    private static final String CANDIDATE = "candidate ".repeat(25);

    private final Crowd crowd;
    private final Tally tally;
    private final String subject;
    private final boolean isProbed;
    private final int probeMillis;
    private String probe = "";
    private String peer = "";
    private int heardOfProbe;

    LoadClient(Crowd crowd, Tally tally, String subject, boolean isProbed, int probeMillis) {
        this.crowd = crowd;
        this.tally = tally;
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
            tally.connected.increment();
            join(ctx);
        } else if (packet.startsWith("42")) {
            JsonNode event = JSON.readTree(packet.substring(2));
            heard(ctx, event.path(0).asText(), event.path(1));
        }
    }

    private void join(ChannelHandlerContext ctx) {
        if (isProbed && crowd.isJoining()) {
            say(ctx, "42[\"join\",{}]");
        }
    }

    private void heard(ChannelHandlerContext ctx, String event, JsonNode payload) {
        switch (event) {
            case "probe_prepare" -> {
                probe = payload.path("probe_session_id").asText();
                peer = payload.path("peer_subject_id").asText();
                heardOfProbe = 0;
                crowd.seen(probe, subject);
                say(ctx, "42[\"probe_ready\",{\"probe_session_id\":\"" + probe + "\"}]");
            }
            case "probe_start" -> started(ctx, subject.compareTo(peer) < 0);
            case "probe_signal" -> signalled(ctx, payload);
            case "probe_cancel" -> cancelled(ctx, payload);
            case "match_found" -> {
                matched(payload.path("rtt_ms"));
                later(ctx, REJOIN_MILLIS, () -> join(ctx));
            }
            case "waiting_room_closed" -> later(ctx, REJOIN_MILLIS, () -> join(ctx));
            default -> {
                // Nothing to do about it.
            }
        }
    }

    private void matched(JsonNode rtt) {
        tally.matched.increment();
        double millis = rtt.asDouble(-1);
        if (millis < 0 || millis > LARGEST_RTT_MILLIS) {
            tally.oddTimes.increment();
        }
    }

    void started(ChannelHandlerContext ctx, boolean offers) {
        if (offers) {
            signal(ctx, "offer", SDP);
            candidates(ctx);
        }
    }

    private void signalled(ChannelHandlerContext ctx, JsonNode signal) {
        boolean isOurs = signal.path("from_subject_id").asText().equals(peer)
                && signal.path("probe_session_id").asText().equals(probe);
        if (!isOurs) {
            tally.misrouted.increment();
            return;
        }
        tally.signalsHeard.increment();
        tally.arrived(signal.path("payload").path("at").asLong());
        heardOfProbe++;
        if (signal.path("type").asText().equals("offer")) {
            signal(ctx, "answer", SDP);
            candidates(ctx);
        } else if (heardOfProbe == 1 + CANDIDATES && subject.compareTo(peer) < 0) {
            report(ctx, probe);
        }
    }

    private void cancelled(ChannelHandlerContext ctx, JsonNode cancel) {
        String reason = cancel.path("reason").asText();
        if (!reason.equals("complete")) {
            tally.failed(reason);
        }
        report(ctx, cancel.path("probe_session_id").asText());
    }

    /**
     * One after the other over the time of the probe: so some are always under way, also while the
     * server stands still.
     */
    private void candidates(ChannelHandlerContext ctx) {
        String of = probe;
        for (int i = 1; i <= CANDIDATES; i++) {
            later(ctx, i * probeMillis / CANDIDATES, () -> {
                if (of.equals(probe)) {
                    signal(ctx, "ice-candidate", CANDIDATE);
                }
            });
        }
    }

    final void signal(ChannelHandlerContext ctx, String type, String text) {
        tally.signalsSent.increment();
        say(
                ctx,
                "42[\"probe_signal\",{\"probe_session_id\":\"" + probe
                        + "\",\"target_subject_id\":\"" + peer + "\",\"type\":\"" + type
                        + "\",\"payload\":{\"at\":" + System.nanoTime() + ",\"text\":\"" + text
                        + "\"}}]");
    }

    void report(ChannelHandlerContext ctx, String about) {
        report(ctx, about, "20", "true");
    }

    final void report(ChannelHandlerContext ctx, String about, String rtt, String success) {
        say(
                ctx,
                "42[\"probe_result\",{\"probe_session_id\":\"" + about + "\",\"rtt_ms\":" + rtt
                        + ",\"success\":" + success + "}]");
    }

    final void later(ChannelHandlerContext ctx, int millis, Runnable what) {
        ctx.executor().schedule(what, millis, TimeUnit.MILLISECONDS);
    }

    void say(ChannelHandlerContext ctx, String packet) {
        ctx.writeAndFlush(new TextWebSocketFrame(packet), ctx.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (crowd.isJoining()) {
            tally.lost.increment();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        tally.failed(cause.getClass().getSimpleName());
        ctx.close();
    }
}
