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

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A bounded load against a server in this very process, over the loopback interface: calm and
 * attacked by turns. Then nobody joins any more, probes come to their end, everybody goes, and what
 * the server has left is looked at.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
public final class LoadRun {

    private static final int FRAME_BYTES = 1 << 20;
    private static final int OPENING_AT_ONCE = 100;
    private static final int STRIKE_EVERY_MILLIS = 10;
    private static final int LOOK_EVERY_STRIKES = 10;
    private static final int SETTLE_MILLIS = 500;
    private static final int OPEN_SECONDS = 60;
    private static final int END_SECONDS = 30;

    private final SondeServer server;
    private final Plan plan;
    private final Gauges gauges;
    private final Crowd crowd = new Crowd();
    private final Tally honest = new Tally();
    private final Tally theirs = new Tally();
    private final List<Channel> people = new ArrayList<>();
    private final EventLoopGroup group = group("sonde-load");
    private final EventLoopGroup enemies = group("sonde-attack");
    private final @Nullable Attackers attackers;
    private long mostUnreadBytes;
    private double attackSeconds;

    private LoadRun(SondeServer server, Plan plan) {
        this.server = server;
        this.plan = plan;
        this.gauges = new Gauges(server);
        Attack attack = plan.attack();
        this.attackers = attack == null
                ? null
                : new Attackers(
                        plan,
                        attack,
                        crowd,
                        theirs,
                        (name, pool, client) ->
                                open(enemies, name, pool, client).channel());
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
        long socketsBefore = Gauges.openSockets();
        try (Hiccups hiccups = new Hiccups()) {
            openAll();
            TimeUnit.MILLISECONDS.sleep(plan.warmUpMillis());
            LoadResult.Slice firstAttack = slice(hiccups, plan.firstAttackMillis(), true);
            settle(hiccups);
            long heapBefore = Gauges.heapAfterCollection();
            long start = System.nanoTime();
            long matchedBefore = honest.matched.sum();
            List<LoadResult.Round> rounds = rounds(hiccups);
            long matches = (honest.matched.sum() - matchedBefore) / 2;
            double seconds = (System.nanoTime() - start) / 1e9;
            long heapAfter = Gauges.heapAfterCollection();
            long socketsAfter = Gauges.openSockets();
            end(socketsBefore);
            LoadResult.Left left = new LoadResult.Left(
                    heapBefore,
                    heapAfter,
                    Gauges.heapAfterCollection(),
                    seconds,
                    socketsBefore,
                    socketsAfter,
                    Gauges.openSockets(),
                    gauges.leftOver());
            return result(firstAttack, rounds, matches, left);
        } finally {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
            enemies.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    private LoadResult result(
            LoadResult.Slice firstAttack,
            List<LoadResult.Round> rounds,
            long matches,
            LoadResult.Left left) {
        long ended = attackers == null ? 0 : attackers.cut();
        return new LoadResult(
                firstAttack,
                rounds,
                matches,
                honest.lost.sum(),
                honest.failures(),
                honest.signalsSent.sum(),
                honest.signalsHeard.sum(),
                honest.misrouted.sum() + theirs.misrouted.sum(),
                honest.oddTimes.sum() + theirs.oddTimes.sum(),
                gauges.sum("sonde_probes_created_total"),
                gauges.sum("sonde_probes_finished_total"),
                Math.max(ended, gauges.sum("sonde_slow_readers_closed_total")),
                attackSeconds,
                attackers == null ? 0 : attackers.longestMillis(),
                mostUnreadBytes,
                left);
    }

    /** A few at a time, so that opening them is no storm of its own. */
    private void openAll() throws InterruptedException {
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

    private List<LoadResult.Round> rounds(Hiccups hiccups) throws InterruptedException {
        List<LoadResult.Round> rounds = new ArrayList<>();
        for (int i = 0; i < plan.rounds(); i++) {
            settle(hiccups);
            LoadResult.Slice calm = slice(hiccups, plan.sliceMillis(), false);
            settle(hiccups);
            rounds.add(new LoadResult.Round(calm, slice(hiccups, plan.sliceMillis(), true)));
        }
        settle(hiccups);
        return rounds;
    }

    /** An attack is over when the server has seen the last attacker go. */
    private LoadResult.Slice slice(Hiccups hiccups, long millis, boolean isAttacked)
            throws InterruptedException {
        Attackers there = isAttacked ? attackers : null;
        Delays delays = honest.startSlice();
        Delays late = hiccups.startSlice();
        double cpuBefore = Gauges.serverCpuSeconds();
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
        for (int i = 0; System.nanoTime() < end; i++) {
            if (there != null) {
                there.strike();
            }
            if (i % LOOK_EVERY_STRIKES == 0) {
                mostUnreadBytes = Math.max(mostUnreadBytes, gauges.sum("sonde_unread_bytes"));
            }
            long next = start + TimeUnit.MILLISECONDS.toNanos((i + 1L) * STRIKE_EVERY_MILLIS);
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
        if (there != null) {
            there.leave();
            await(END_SECONDS, () -> gauges.sum("sonde_connections") <= people.size());
        }
        double wall = (System.nanoTime() - start) / 1e9;
        attackSeconds += there == null ? 0 : wall;
        return new LoadResult.Slice(delays, late, Gauges.serverCpuSeconds() - cpuBefore, wall);
    }

    /** What is sent meanwhile counts for nothing: no slice has to bear what another one began. */
    private void settle(Hiccups hiccups) throws InterruptedException {
        honest.startSlice();
        hiccups.startSlice();
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
    }

    /** Lets every probe come to its end, then everybody goes. */
    private void end(long socketsBefore) throws InterruptedException {
        crowd.stopJoining();
        await(
                END_SECONDS,
                () -> gauges.sum("sonde_probes_live") == 0 && gauges.sum("sonde_waiting") == 0);
        people.forEach(Channel::close);
        await(END_SECONDS, () -> gauges.leftOver().isEmpty());
        await(END_SECONDS, () -> Gauges.openSockets() <= socketsBefore);
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
