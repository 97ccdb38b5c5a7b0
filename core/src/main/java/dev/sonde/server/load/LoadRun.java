package dev.sonde.server.load;

import dev.sonde.server.SondeServer;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A bounded load against a server in this very process, over the loopback interface: half of the
 * time without attackers, half of it with them. Then nobody joins any more, probes come to their
 * end, everybody goes, and what the server has left is looked at.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
public final class LoadRun {

    private static final int FRAME_BYTES = 1 << 20;
    private static final int OPENING_AT_ONCE = 100;
    private static final int STRIKE_EVERY_MILLIS = 10;
    private static final int OPEN_SECONDS = 60;
    private static final int END_SECONDS = 30;

    private final SondeServer server;
    private final Plan plan;
    private final Gauges gauges;
    private final Crowd crowd = new Crowd();
    private final Tally honest = new Tally();
    private final Tally theirs = new Tally();
    private final Map<Channel, Long> attackers = new LinkedHashMap<>();
    private final List<Channel> people = new ArrayList<>();
    private int names;
    private long cut;
    private long longestAttackerNanos;
    private long mostUnreadBytes;

    private LoadRun(SondeServer server, Plan plan) {
        this.server = server;
        this.plan = plan;
        this.gauges = new Gauges(server);
    }

    /** @throws IOException if no server can be started */
    public static LoadResult of(Plan plan) throws IOException, InterruptedException {
        try (SondeServer server = LoadServer.start(plan)) {
            return new LoadRun(server, plan).run();
        }
    }

    private static EventLoopGroup group(String name) {
        return new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    private LoadResult run() throws InterruptedException {
        EventLoopGroup group = group("sonde-load");
        EventLoopGroup enemies = group("sonde-attack");
        try {
            openAll(group);
            TimeUnit.MILLISECONDS.sleep(plan.warmUpMillis());
            long heapBefore = Gauges.heapAfterCollection();
            double cpuBefore = Gauges.serverCpuSeconds();
            long start = System.nanoTime();
            honest.startCalm();
            pass(enemies, false);
            honest.startAttacked();
            pass(enemies, true);
            honest.stop();
            double wall = (System.nanoTime() - start) / 1e9;
            double cpu = Gauges.serverCpuSeconds() - cpuBefore;
            long heapAfter = Gauges.heapAfterCollection();
            await(OPEN_SECONDS, () -> attackers.keySet().stream().noneMatch(Channel::isActive));
            end();
            return new LoadResult(
                    honest.calm(),
                    honest.attacked(),
                    honest.matched.sum() / 2,
                    honest.lost.sum(),
                    honest.failures(),
                    honest.signalsSent.sum(),
                    honest.signalsHeard.sum(),
                    honest.misrouted.sum() + theirs.misrouted.sum(),
                    honest.oddTimes.sum() + theirs.oddTimes.sum(),
                    gauges.sum("sonde_probes_created_total"),
                    gauges.sum("sonde_probes_finished_total"),
                    gauges.leftOver(),
                    Math.max(cut, gauges.sum("sonde_slow_readers_closed_total")),
                    longestAttackerNanos / 1e6,
                    mostUnreadBytes,
                    cpu,
                    wall,
                    heapBefore,
                    heapAfter);
        } finally {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
            enemies.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    /** A few at a time, so that opening them is no storm of its own. */
    private void openAll(EventLoopGroup group) throws InterruptedException {
        for (int i = 0; i < plan.clients(); i++) {
            String subject = "person-" + i;
            boolean isProbed = i < plan.probing();
            LoadClient client =
                    new LoadClient(crowd, honest, subject, isProbed, plan.probeMillis());
            people.add(open(group, subject, LoadServer.POOL, client).channel());
            int opened = i + 1;
            await(OPEN_SECONDS, () -> opened - honest.connected.sum() <= OPENING_AT_ONCE);
        }
        if (!await(OPEN_SECONDS, () -> honest.connected.sum() >= plan.clients())) {
            honest.failed("not-connected");
        }
    }

    /** Half of the time. */
    private void pass(EventLoopGroup enemies, boolean isAttacked) throws InterruptedException {
        Attack attack = isAttacked ? plan.attack() : null;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(plan.millis() / 2);
        for (int round = 0; System.nanoTime() < end; round++) {
            if (attack != null) {
                bury();
                while (attackers.size() < plan.attackers()) {
                    attackers.put(enter(enemies, attack), System.nanoTime());
                }
                int number = round;
                attackers.keySet().forEach(channel -> strike(attack, channel, number));
                mostUnreadBytes = Math.max(mostUnreadBytes, gauges.sum("sonde_unread_bytes"));
            }
            TimeUnit.MILLISECONDS.sleep(STRIKE_EVERY_MILLIS);
        }
        long now = System.nanoTime();
        attackers
                .values()
                .forEach(since ->
                        longestAttackerNanos = Math.max(longestAttackerNanos, now - since));
        attackers.keySet().forEach(Channel::close);
    }

    private Channel enter(EventLoopGroup group, Attack attack) {
        names++;
        String name = Attack.NAME + names;
        String pool = attack.hasOwnPool() ? LoadServer.THEIRS : LoadServer.POOL;
        ChannelHandler newcomer = attack.newcomer(crowd, theirs, name, plan.probeMillis());
        return open(group, name, pool, newcomer).channel();
    }

    /** Counts the attackers whose connections are over. */
    private void bury() {
        long now = System.nanoTime();
        attackers.entrySet().removeIf(attacker -> {
            boolean isOver = attacker.getKey().closeFuture().isDone();
            if (isOver) {
                cut++;
                longestAttackerNanos = Math.max(longestAttackerNanos, now - attacker.getValue());
            }
            return isOver;
        });
    }

    private void strike(Attack attack, Channel channel, int round) {
        channel.eventLoop().execute(() -> {
            Intruder intruder = channel.pipeline().get(Intruder.class);
            if (intruder != null && intruder.isIn() && channel.isActive()) {
                attack.strike(channel, round, crowd);
            }
        });
    }

    /** Lets every probe come to its end, then everybody goes. */
    private void end() throws InterruptedException {
        crowd.stopJoining();
        await(
                END_SECONDS,
                () -> gauges.sum("sonde_probes_live") == 0 && gauges.sum("sonde_waiting") == 0);
        people.forEach(Channel::close);
        await(END_SECONDS, () -> gauges.leftOver().isEmpty());
    }

    private static boolean await(int seconds, BooleanSupplier condition)
            throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return true;
    }

    private ChannelFuture open(
            EventLoopGroup group, String subject, String pool, ChannelHandler client) {
        URI address = URI.create("ws://127.0.0.1:" + server.port()
                + "/socket.io/?EIO=4&transport=websocket&subject_id=" + subject + "&pool=" + pool);
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
}
