package dev.sonde.server.load;

import dev.sonde.server.SondeServer;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bounded load against a server in this very process, over the loopback interface: half of the
 * time without attackers, half of it with them.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
public final class LoadRun {

    private static final int FRAME_BYTES = 1 << 20;
    private static final int OPENING_AT_ONCE = 100;
    private static final int STRIKE_EVERY_MILLIS = 10;

    private final SondeServer server;
    private final Plan plan;
    private final Delays calm = new Delays();
    private final Delays attacked = new Delays();
    private final LongAdder connected = new LongAdder();
    private final LongAdder matched = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private volatile boolean isMeasuring;
    private volatile boolean isAttacked;

    private LoadRun(SondeServer server, Plan plan) {
        this.server = server;
        this.plan = plan;
    }

    /**
     * @param calm relay delays of the first half
     * @param attacked of the second half
     * @param serverCpuSeconds that the server's socket threads took in the whole run
     * @param wallSeconds that the two halves took
     * @param heapBytes that are used at the end, after a collection; of clients and server together
     */
    public record Result(
            Delays calm,
            Delays attacked,
            long matches,
            long connectionsLost,
            Map<String, Long> failures,
            double serverCpuSeconds,
            double wallSeconds,
            long heapBytes) {
        public Result {
            failures = Map.copyOf(failures);
        }
    }

    /** Runs the plan. The server should be in development mode with a limit on RTTs. */
    public static Result against(SondeServer server, Plan plan) throws InterruptedException {
        return new LoadRun(server, plan).run();
    }

    private Result run() throws InterruptedException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("sonde-load"), NioIoHandler.newFactory());
        EventLoopGroup enemies = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("sonde-attack"), NioIoHandler.newFactory());
        try {
            openAll(group);
            TimeUnit.SECONDS.sleep(plan.warmUpSeconds());
            long cpuBefore = serverCpuNanos();
            long start = System.nanoTime();
            isMeasuring = true;
            TimeUnit.MILLISECONDS.sleep(plan.seconds() * 500L);
            isAttacked = true;
            attack(enemies);
            isMeasuring = false;
            double wall = (System.nanoTime() - start) / 1e9;
            double cpu = (serverCpuNanos() - cpuBefore) / 1e9;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long heap = runtime.totalMemory() - runtime.freeMemory();
            Map<String, Long> counts = new ConcurrentSkipListMap<>();
            failures.forEach((reason, count) -> counts.put(reason, count.sum()));
            return new Result(
                    calm, attacked, matched.sum() / 2, closed.sum(), counts, cpu, wall, heap);
        } finally {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
            enemies.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    /** A few at a time, so that opening them is no storm of its own. */
    private void openAll(EventLoopGroup group) throws InterruptedException {
        for (int i = 0; i < plan.clients(); i++) {
            String subject = "person-" + i;
            open(
                    group,
                    subject,
                    new LoadClient(this, subject, i < plan.probing(), plan.probeMillis()));
            while (i + 1 - connected.sum() > OPENING_AT_ONCE) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (connected.sum() < plan.clients() && System.nanoTime() < patience) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void attack(EventLoopGroup group) throws InterruptedException {
        Attack attack = plan.attack();
        long end = System.nanoTime() + plan.seconds() * 500_000_000L;
        List<Channel> attackers = new ArrayList<>();
        int names = 0;
        for (int round = 0; System.nanoTime() < end; round++) {
            if (attack != null) {
                attackers.removeIf(channel -> !channel.isActive());
                while (attackers.size() < plan.attackers()) {
                    names++;
                    String name = "attacker-" + names;
                    attackers.add(open(group, name, new Greeting()).channel());
                }
                int number = round;
                attackers.forEach(channel -> strike(attack, channel, number));
            }
            TimeUnit.MILLISECONDS.sleep(STRIKE_EVERY_MILLIS);
        }
    }

    private static void strike(Attack attack, Channel channel, int round) {
        channel.eventLoop().execute(() -> {
            Greeting greeting = channel.pipeline().get(Greeting.class);
            if (greeting != null && greeting.isDone) {
                attack.strike(channel, round);
            }
        });
    }

    /** Says connect, and then leaves the connection to the attacker. */
    private static final class Greeting extends ChannelInboundHandlerAdapter {

        private boolean isDone;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            if (msg instanceof TextWebSocketFrame frame && frame.text().startsWith("0")) {
                ctx.writeAndFlush(new TextWebSocketFrame("40"), ctx.voidPromise());
                isDone = true;
            }
            ReferenceCountUtil.release(msg);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }

    private ChannelFuture open(EventLoopGroup group, String subject, ChannelHandler client) {
        URI address = URI.create("ws://127.0.0.1:" + server.port()
                + "/socket.io/?EIO=4&transport=websocket&subject_id=" + subject);
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(address)
                .maxFramePayloadLength(FRAME_BYTES)
                .build();
        return new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(FRAME_BYTES))
                                .addLast(new WebSocketClientProtocolHandler(config))
                                .addLast(client);
                    }
                })
                .connect("127.0.0.1", server.port());
    }

    private static long serverCpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(SondeServer.IO_THREAD)) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    void connected() {
        connected.increment();
    }

    void matched() {
        matched.increment();
    }

    void closed() {
        if (isMeasuring) {
            closed.increment();
        }
    }

    void failed(String reason) {
        if (isMeasuring) {
            failures.computeIfAbsent(reason, key -> new LongAdder()).increment();
        }
    }

    void relayed(long nanos) {
        if (isMeasuring) {
            (isAttacked ? attacked : calm).add(nanos);
        }
    }
}
