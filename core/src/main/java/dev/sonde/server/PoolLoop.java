package dev.sonde.server;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Drives one pool's lobby: the only writer of it. Any thread posts inputs; on the loop each is
 * given to the lobby, and its effects are performed after the lobby has returned. Holds at most one
 * timer.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class PoolLoop {

    /** Inputs that may wait. A loop that is this far behind sheds messages. */
    private static final int CAPACITY = 65_536;

    private static final long IDLE = Long.MIN_VALUE;

    /** @param from the connection that comes with {@link Input.Connect}, else null */
    private record Posted(Input input, @Nullable Connection from, long postedNanos) {}

    private final String pool;
    private final LobbyUnderTest lobby;
    private final EventExecutor executor;
    private final LongSupplier clock;
    private final PoolMeter meter;
    private final Journal journal;
    private final List<PoolListener> listeners;
    private final Handover<Posted> handover;
    private final Map<SocketId, Connection> connections = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final EffectSink sink = effects::add;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private final AtomicBoolean hasComplaint = new AtomicBoolean();

    /** When the step that runs now began; {@link #IDLE} if none does. For the watchdog. */
    private volatile long stepSinceNanos = IDLE;

    private volatile @Nullable Thread thread;
    private boolean isDraining;
    private long nowNanos;
    private @Nullable ScheduledFuture<?> timer;
    private long timerNanos = LobbyUnderTest.NO_DEADLINE;

    /** @param clock nanoseconds, monotonic */
    PoolLoop(
            String pool,
            LobbyUnderTest lobby,
            EventExecutor executor,
            LongSupplier clock,
            PoolMeter meter,
            Journal journal,
            List<PoolListener> listeners) {
        this.pool = pool;
        this.lobby = lobby;
        this.executor = executor;
        this.clock = clock;
        this.meter = meter;
        this.journal = journal;
        this.listeners = List.copyOf(listeners);
        this.handover = new Handover<>(CAPACITY, this::drainWanted, this::take);
        meter.depth(handover::depth);
    }

    String pool() {
        return pool;
    }

    /** The connection is open and this is who it is; false if the pool has stopped. */
    boolean connected(Connection connection, SubjectId subject, Instance instance) {
        return handover.offerAlways(new Posted(
                new Input.Connect(connection.id(), subject, instance),
                connection,
                clock.getAsLong()));
    }

    void disconnected(SocketId socket) {
        handover.offerAlways(new Posted(new Input.Disconnect(socket), null, clock.getAsLong()));
    }

    /** False if the loop is too far behind, or has stopped; the message is gone then. */
    boolean received(SocketId socket, ClientMessage message) {
        boolean taken = handover.offer(
                new Posted(new Input.Receive(socket, message), null, clock.getAsLong()));
        if (!taken) {
            meter.shed();
        }
        return taken;
    }

    void heard(SocketId socket) {
        handover.offer(new Posted(new Input.Heard(socket), null, clock.getAsLong()));
    }

    /** Ends all that was begun; done when the lobby has said so to everybody. */
    CompletableFuture<Void> shutdown() {
        if (!handover.offerLast(new Posted(Input.SHUTDOWN, null, clock.getAsLong()))) {
            return CompletableFuture.completedFuture(null);
        }
        return ended;
    }

    /** What is inside, taken on the loop. */
    CompletableFuture<Optional<LobbySnapshot>> snapshot() {
        CompletableFuture<Optional<LobbySnapshot>> answer = new CompletableFuture<>();
        executor.execute(() -> answer.complete(lobby.snapshot()));
        return answer;
    }

    private void drainWanted() {
        if (!isOnLoop() || isDraining) {
            executor.execute(this::drain);
        } else {
            drain();
        }
    }

    private boolean isOnLoop() {
        return executor.inEventLoop();
    }

    private void drain() {
        isDraining = true;
        try {
            handover.drain();
        } finally {
            isDraining = false;
        }
    }

    private void take(Posted posted) {
        meter.lag(clock.getAsLong() - posted.postedNanos);
        if (posted.from != null) {
            connections.put(posted.from.id(), posted.from);
        }
        accept(posted.input);
        if (posted.input instanceof Input.Disconnect gone) {
            connections.remove(gone.socket());
        } else if (posted.input instanceof Input.Shutdown) {
            ended.complete(null);
        }
    }

    /** For how long the step that runs now has been running; 0 if none does. From any thread. */
    long stepNanos() {
        long since = stepSinceNanos;
        return since == IDLE ? 0 : clock.getAsLong() - since;
    }

    /** True once for each step that takes too long. */
    boolean isFirstComplaint() {
        return hasComplaint.compareAndSet(false, true);
    }

    /** Where the loop's thread is, without the JDK's own frames. From any thread. */
    String placeOutsideTheJdk() {
        Thread known = thread;
        if (known != null) {
            for (StackTraceElement element : known.getStackTrace()) {
                String name = element.getClassName();
                if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
                    return element.toString();
                }
            }
        }
        return "";
    }

    private void accept(Input input) {
        if (thread == null) {
            thread = Thread.currentThread();
        }
        stepSinceNanos = clock.getAsLong();
        try {
            step(input);
        } finally {
            stepSinceNanos = IDLE;
            if (hasComplaint.get()) {
                hasComplaint.set(false);
                journal.event("loop-goes-on", "pool", pool);
            }
        }
    }

    private void step(Input input) {
        // The lobby's time never goes back, whatever the machine's clock does.
        nowNanos = Math.max(nowNanos, clock.getAsLong());
        for (PoolListener listener : listeners) {
            listener.input(nowNanos, input);
        }
        try {
            lobby.accept(nowNanos, input, sink);
        } catch (RuntimeException e) {
            meter.failed();
            journal.failure("lobby-failed", e);
        }
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            for (PoolListener listener : listeners) {
                listener.effect(nowNanos, effect);
            }
            perform(effect);
        }
        effects.clear();
        arm();
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Send send) {
            Connection connection = connections.get(send.socket());
            if (connection != null) {
                connection.send(send.message());
            }
        } else if (effect instanceof Effect.Close close) {
            Connection connection = connections.get(close.socket());
            if (connection != null) {
                connection.close();
            }
        }
    }

    private void arm() {
        long next = lobby.nextDeadlineNanos();
        if (next == timerNanos) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        timerNanos = next;
        if (next != LobbyUnderTest.NO_DEADLINE) {
            long delay = Math.max(0, next - clock.getAsLong());
            timer = executor.schedule(this::wake, delay, TimeUnit.NANOSECONDS);
        }
    }

    private void wake() {
        meter.lag(Math.max(0, clock.getAsLong() - timerNanos));
        timer = null;
        timerNanos = LobbyUnderTest.NO_DEADLINE;
        isDraining = true;
        try {
            accept(Input.WAKE);
        } finally {
            isDraining = false;
        }
    }
}
