package dev.sonde.server;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.namespace.Namespace;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import com.corundumstudio.socketio.transport.NamespaceClient;

import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.TurnCredentialSource;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** The coordinator on real sockets: one lobby for each pool behind one port. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
public final class SondeServer implements AutoCloseable {

    /** What the names of the threads that serve sockets begin with. */
    public static final String IO_THREAD = "sonde-io";

    private static final int LARGEST_FRAME = 64 * 1024;
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int FIRST_READ = 2 * 1024;
    private static final int LARGEST_READ = 16 * 1024;
    private static final int FIRST_DATA_MILLIS = 5_000;
    private static final int STOP_SECONDS = 5;
    private static final int GOODBYE_MILLIS = 200;

    private final ServerConfig config;
    private final Metrics metrics = new Metrics();
    private final Journal journal;
    private final Function<String, LobbyUnderTest> lobbies;
    private final Map<String, PoolLoop> loops = new LinkedHashMap<>();
    private final List<AutoCloseable> closeables = new ArrayList<>();
    private final AtomicBoolean isStopping = new AtomicBoolean();
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private final EventLoopGroup acceptor = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("sonde-accept"), NioIoHandler.newFactory());
    private final EventLoopGroup io;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Watchdog watchdog;
    private final Pipeline pipeline;
    private final Channel listening;

    /**
     * Serves until it is closed.
     *
     * @param log takes each line of the log, from any thread
     * @throws IOException if the port cannot be listened on, or a file cannot be read or written
     */
    public static SondeServer start(ServerConfig config, Consumer<String> log) throws IOException {
        return new SondeServer(config, log, null);
    }

    /** The same with lobbies of one's own, by pool. */
    static SondeServer start(
            ServerConfig config, Consumer<String> log, Function<String, LobbyUnderTest> lobbies)
            throws IOException {
        return new SondeServer(config, log, lobbies);
    }

    private SondeServer(
            ServerConfig config,
            Consumer<String> log,
            @Nullable Function<String, LobbyUnderTest> lobbies)
            throws IOException {
        this.config = config;
        this.lobbies = lobbies == null ? this::lobby : lobbies;
        this.journal = new Journal(log);
        this.io = new MultiThreadIoEventLoopGroup(
                config.ioThreads(), new DefaultThreadFactory(IO_THREAD), NioIoHandler.newFactory());
        MatchFeed feed = new MatchFeed();
        for (String pool : config.pools()) {
            loops.put(pool, loop(pool, feed));
        }
        this.watchdog = new Watchdog(
                loops.values(), config.limits().stepMillis() * 1_000_000L, metrics, journal);
        this.pipeline = pipeline(feed);
        Configuration socketIo = socketIo();
        pipeline.start(socketIo, namespaces(socketIo));
        try {
            this.listening = bind();
        } catch (IOException | RuntimeException e) {
            closeGroups();
            throw new IOException(
                    "cannot listen on " + config.host() + " port " + config.port() + ": "
                            + e.getMessage() + "; choose another port, or 0 for any free one",
                    e);
        }
        metrics.gauge("sonde_unread_bytes", "", this::unreadBytes);
        watchdog.start();
        journal.event(
                "started",
                "mode",
                config.isDevelopment() ? "development" : "production",
                "port",
                Integer.toString(port()));
    }

    private PoolLoop loop(String pool, MatchFeed feed) throws IOException {
        PoolMeter meter = new PoolMeter(metrics, pool);
        List<PoolListener> listeners = new ArrayList<>();
        listeners.add(meter);
        listeners.add(new FlightEvents(pool));
        listeners.add(new JournalListener(journal, pool));
        listeners.add(feed.ofPool(pool, webhook()));
        ServerConfig.Recording recording = config.record();
        if (recording != null && pool.equals(config.pools().get(0))) {
            SessionListener recorder = new SessionListener(recording, config.lobby(), journal);
            closeables.add(recorder);
            listeners.add(recorder);
        }
        return new PoolLoop(
                pool, lobbies.apply(pool), io.next(), System::nanoTime, meter, journal, listeners);
    }

    private Lobby lobby(String pool) {
        LobbyConfig own = config.lobbyOf(pool, config.lobby().echoesRefusals());
        return new Lobby(own, config.matchmaker(), new SecureIds(), turn());
    }

    private TurnCredentialSource turn() {
        ServerConfig.Turn turn = config.turn();
        return turn == null || config.isDevelopment()
                ? TurnCredentialSource.NONE
                : new TurnIssuer(
                        turn.secret(), turn.urls(), turn.lifeSeconds(), SondeServer::nowSeconds);
    }

    private Consumer<String> webhook() {
        ServerConfig.Hook hook = config.webhook();
        if (hook == null) {
            return json -> {};
        }
        Webhook webhook = new Webhook(hook.address(), hook.secret(), metrics, journal);
        closeables.add(webhook);
        return webhook;
    }

    private static long nowSeconds() {
        return System.currentTimeMillis() / 1000;
    }

    private Pipeline pipeline(MatchFeed feed) {
        ServerConfig.Identity identity = config.identity();
        Secret secret = identity.secret();
        Origins origins = new Origins(identity.origins(), config.isDevelopment());
        Doorkeeper doorkeeper = new Doorkeeper(
                secret == null ? null : new Tokens(secret.bytes()),
                origins,
                config.pools(),
                SondeServer::nowSeconds);
        boolean measures = config.matchmaker().maxP2pRttMillis().isPresent();
        Switchboard board = new Switchboard(loops, metrics, config.guards(), !measures);
        WebDoor web = new WebDoor(
                new WebFiles(),
                metrics,
                loops,
                feed,
                origins,
                config.isDevelopment(),
                identity.operatorToken(),
                () -> !isStopping.get() && !watchdog.isAnyStuck());
        HandshakeDoor handshakes = new HandshakeDoor(
                doorkeeper, metrics, config.limits().mostConnections(), isStopping);
        return new Pipeline(board, handshakes, web, journal, connections);
    }

    private Configuration socketIo() throws IOException {
        Configuration socketIo = new Configuration();
        socketIo.setJsonSupport(new JsonDoor());
        socketIo.setTransports(Transport.WEBSOCKET);
        socketIo.setAllowCustomRequests(true);
        socketIo.setRandomSession(config.guards().contains(Guard.RANDOM_SESSIONS));
        socketIo.setWebsocketCompression(!config.guards().contains(Guard.NO_COMPRESSION));
        socketIo.setHttpCompression(false);
        socketIo.setEnableCors(false);
        socketIo.setAddVersionHeader(false);
        socketIo.setMaxFramePayloadLength(LARGEST_FRAME);
        socketIo.setMaxHttpContentLength(LARGEST_FRAME);
        socketIo.setFirstDataTimeout(FIRST_DATA_MILLIS);
        socketIo.setPingInterval(config.limits().pingMillis());
        socketIo.setPingTimeout(config.limits().pingTimeoutMillis());
        socketIo.setExceptionListener(new QuietExceptions(metrics, journal));
        ServerConfig.KeyStoreFile keys = config.keyStore();
        if (keys != null) {
            InputStream file = Files.newInputStream(keys.file());
            closeables.add(file);
            socketIo.setKeyStoreFormat("PKCS12");
            socketIo.setKeyStore(file);
            socketIo.setKeyStorePassword(keys.password().text());
            socketIo.setSSLProtocol("TLS");
        }
        return socketIo;
    }

    private static NamespacesHub namespaces(Configuration socketIo) {
        NamespacesHub hub = new NamespacesHub(socketIo);
        Namespace main = hub.create(Namespace.DEFAULT_NAME);
        main.addEventListener(
                JsonDoor.SAID, JsonDoor.Said.class, (client, said, ack) -> said(client, said));
        return hub;
    }

    private static void said(SocketIOClient client, JsonDoor.Said said) {
        if (client instanceof NamespaceClient known) {
            PacketGuard guard = PacketGuard.of(known.getBaseClient());
            if (guard != null) {
                guard.said(said);
            }
        }
    }

    private Channel bind() throws IOException {
        return new ServerBootstrap()
                .group(acceptor, io)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                // A turn of a client is one read: who sends without end lets others in between.
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(64, FIRST_READ, LARGEST_READ)
                                .maxMessagesPerRead(1))
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(
                                Connection.OUTBOUND_BYTES / 2, Connection.OUTBOUND_BYTES))
                .childHandler(pipeline)
                .bind(new InetSocketAddress(config.host(), config.port()))
                .syncUninterruptibly()
                .channel();
    }

    /** The port that is listened on. */
    public int port() {
        return listening.localAddress() instanceof InetSocketAddress address
                ? address.getPort()
                : config.port();
    }

    /** What waits for clients that have stopped to read; those that keep up count as 0. */
    private long unreadBytes() {
        long bytes = 0;
        for (Channel connection : connections) {
            long waiting = connection.isWritable() ? 0 : connection.bytesBeforeWritable();
            // A connection that has just been closed has no end of them.
            bytes += waiting == Long.MAX_VALUE ? 0 : waiting;
        }
        return bytes;
    }

    /** Breaks every connection, as a failing network would. For tests. */
    void closeConnections() {
        connections.close().syncUninterruptibly();
    }

    /** Metrics in Prometheus' text format. */
    public String metrics() {
        return metrics.text();
    }

    /**
     * Lets nobody new in, ends every probe and stay, tells everybody, and closes. At most some
     * seconds.
     */
    @Override
    public void close() {
        if (!isStopped.compareAndSet(false, true)) {
            return;
        }
        isStopping.set(true);
        listening.close().syncUninterruptibly();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        loops.values().forEach(loop -> ends.add(loop.shutdown()));
        await(CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new)));
        journal.event("stopped");
        closeGroups();
        for (AutoCloseable closeable : closeables) {
            try {
                closeable.close();
            } catch (Exception e) {
                journal.failure("close-failed", e);
            }
        }
    }

    private void await(CompletableFuture<Void> ends) {
        try {
            ends.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            journal.failure("stop-failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeGroups() {
        // The quiet time lets what was said last reach the sockets.
        io.shutdownGracefully(GOODBYE_MILLIS, STOP_SECONDS * 1000L, TimeUnit.MILLISECONDS)
                .syncUninterruptibly();
        watchdog.close();
        acceptor.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
        pipeline.stop();
    }
}
