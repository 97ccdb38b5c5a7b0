package dev.sonde.bench.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients of one server. Those that talk keep a window of messages under way: whenever one arrives,
 * the next is sent. With our server they are in probes, two and two; an echo needs nothing first.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails shows as silence, which is waited for
final class Talkers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WINDOW = 10;
    private static final int OPENING_AT_ONCE = 50;
    private static final int PATIENCE_SECONDS = 60;
    private static final String SIGNAL = "42[\"probe_signal\",{\"probe_session_id\":\"%s\","
            + "\"target_subject_id\":\"%s\",\"type\":\"ice-candidate\",\"payload\":{\"candidate\":"
            + "\"candidate:842163049 1 udp 1677729535 203.0.113.77 46154 typ srflx raddr 10.0.0.17"
            + " rport 46154 generation 0 ufrag eCeB network-cost 50\",\"sdpMid\":\"0\","
            + "\"sdpMLineIndex\":0,\"usernameFragment\":\"eCeB\"}}]";

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("talkers", true), NioIoHandler.newFactory());
    private final int port;
    private final boolean needsProbes;
    private final List<Talker> all = new ArrayList<>();
    private volatile boolean isTalking;

    /** How many more may open a connection at this instant. */
    private final Semaphore opening = new Semaphore(OPENING_AT_ONCE);

    /** One for each who could begin to talk. */
    private final Semaphore ready = new Semaphore(0);

    /** One for each message that arrived and was not followed by another. */
    private final Semaphore last = new Semaphore(0);

    private final LongAdder heard = new LongAdder();

    Talkers(int port, boolean needsProbes) {
        this.port = port;
        this.needsProbes = needsProbes;
    }

    /** Opens so many connections; those that talk are ready to when this returns. */
    void open(int clients, boolean talk) throws InterruptedException {
        for (int i = 0; i < clients; i++) {
            take(opening, 1);
            Talker talker = new Talker(talk);
            all.add(talker);
            connect("p" + port + "-" + all.size(), talker);
        }
        take(opening, OPENING_AT_ONCE);
        opening.release(OPENING_AT_ONCE);
        if (talk) {
            take(ready, clients);
        }
    }

    /** Everybody sends a window. */
    void talk() {
        isTalking = true;
        group.execute(() -> all.forEach(Talker::fill));
    }

    /** Nobody sends any more; returns when all has arrived. */
    void fallSilent() throws InterruptedException {
        isTalking = false;
        int windows = (int) all.stream().filter(talker -> talker.talks).count();
        take(last, windows * WINDOW);
    }

    long heard() {
        return heard.sum();
    }

    private static void take(Semaphore permits, int count) throws InterruptedException {
        if (!permits.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not answer");
        }
    }

    private void connect(String subject, Talker talker) {
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(URI.create("ws://127.0.0.1:" + port
                        + "/socket.io/?EIO=4&transport=websocket&subject_id=" + subject))
                .build();
        new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(1 << 16))
                                .addLast(new WebSocketClientProtocolHandler(config))
                                .addLast(talker);
                    }
                })
                .connect("127.0.0.1", port);
    }

    private final class Talker extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        private final boolean talks;
        private @Nullable Channel channel;
        private String message = "";

        Talker(boolean talks) {
            this.talks = talks;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            channel = ctx.channel();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }

        void fill() {
            if (talks) {
                for (int i = 0; i < WINDOW; i++) {
                    say(message);
                }
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame)
                throws IOException {
            String packet = frame.text();
            if (packet.startsWith("42[\"probe_signal\"")) {
                heard.increment();
                if (isTalking) {
                    say(message);
                } else {
                    last.release();
                }
            } else if (packet.startsWith("42")) {
                event(JSON.readTree(packet.substring(2)));
            } else if (packet.equals("2")) {
                say("3");
            } else if (packet.startsWith("0")) {
                say("40");
            } else if (packet.startsWith("40")) {
                opening.release();
                begin();
            }
        }

        private void begin() {
            if (talks && needsProbes) {
                say("42[\"join\",{}]");
            } else {
                message = SIGNAL.replaceFirst("%s", "probe_00000000-0000-4000-8000-000000000000")
                        .replaceFirst("%s", "p12345-12");
                ready.release();
            }
        }

        private void event(JsonNode event) {
            String name = event.path(0).asText();
            String probe = event.path(1).path("probe_session_id").asText();
            if (name.equals("probe_prepare")) {
                message = SIGNAL.replaceFirst("%s", probe)
                        .replaceFirst(
                                "%s", event.path(1).path("peer_subject_id").asText());
                say("42[\"probe_ready\",{\"probe_session_id\":\"" + probe + "\"}]");
            } else if (name.equals("probe_start")) {
                ready.release();
            }
        }

        private void say(String text) {
            if (channel != null) {
                channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
            }
        }
    }
}
