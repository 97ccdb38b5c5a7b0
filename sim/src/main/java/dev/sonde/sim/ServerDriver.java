package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.CloseCause;
import dev.sonde.sim.network.Packet;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.network.Rules;
import dev.sonde.sim.network.ServerEnd;
import dev.sonde.sim.network.SignallingConnection;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Drives the lobby under test as the socket server does: feeds it what arrives, performs its
 * effects after the call has returned, and holds one timer for it.
 */
final class ServerDriver implements ServerEnd, EventHandler {

    /** What rules know the end of a connection by. */
    static final String END = "disconnect";

    private static final int WAKE = 0;
    private static final int RESTART = 1;
    private static final int RELAY_LATER = 2;
    /** The lobby itself has closed a connection. */
    private static final int CLOSED = 3;

    /** The end of a connection that a rule held back is told. */
    private static final int ENDED = 4;

    /** A message that a rule holds back, and the connection that it came on. */
    private record Held(SignallingConnection connection, ClientMessage message) {}

    private final Kernel kernel;
    private final Supplier<LobbyUnderTest> newLobby;
    private final Wire wire;
    private final Rules rules;
    private final Epochs epochs;
    private final Recorder recorder;
    private final Chronicle chronicle;
    private final Map<SocketId, SignallingConnection> connections = new LinkedHashMap<>();

    /** Connections that are over, which the lobby does not know yet. */
    private final Set<SocketId> unreported = new LinkedHashSet<>();

    private final Company company = new Company();
    private final List<Effect> effects = new ArrayList<>();
    private final EffectSink sink = effects::add;

    private LobbyUnderTest lobby;
    private boolean isUp = true;
    private boolean isCalm;
    private long timer = Kernel.NO_EVENT;
    private long timerNanos = LobbyUnderTest.NO_DEADLINE;

    ServerDriver(
            Kernel kernel,
            Supplier<LobbyUnderTest> newLobby,
            Wire wire,
            Rules rules,
            Epochs epochs,
            Recorder recorder,
            Chronicle chronicle) {
        this.kernel = kernel;
        this.newLobby = newLobby;
        this.lobby = newLobby.get();
        this.wire = wire;
        this.rules = rules;
        this.epochs = epochs;
        this.recorder = recorder;
        this.chronicle = chronicle;
    }

    /** From now on nothing happens to messages. */
    void calm() {
        isCalm = true;
    }

    private boolean hasRules() {
        return !isCalm && !rules.isEmpty();
    }

    LobbyUnderTest lobby() {
        return lobby;
    }

    int openConnections() {
        return connections.size();
    }

    @Override
    public void opened(SignallingConnection connection) {
        if (!isUp) {
            connection.cut("server is down");
            return;
        }
        SocketId socket = socket(connection);
        connections.put(socket, connection);
        Uplinks.Handshake handshake = Uplinks.handshake(connection);
        accept(new Input.Connect(socket, handshake.subject(), handshake.instance()));
    }

    @Override
    public long touches(SignallingConnection connection) {
        return company.of(new SubjectId(connection.person()));
    }

    @Override
    public void received(SignallingConnection connection, Object message) {
        if (!isUp) {
            return;
        }
        ClientMessage read = wire.atServer(message);
        RuleVerdict verdict = hasRules() ? rules.judge(packet(connection, read)) : RuleVerdict.PASS;
        if (verdict instanceof RuleVerdict.Drop) {
            return;
        }
        if (verdict instanceof RuleVerdict.DeliverAfter later) {
            hold(later.nanos(), connection, read);
            return;
        }
        relay(connection, read);
        if (verdict instanceof RuleVerdict.Duplicate again) {
            for (int copy = 0; copy < again.times(); copy++) {
                hold(again.afterNanos(), connection, read);
            }
        }
    }

    private static SocketId socket(SignallingConnection connection) {
        return new SocketId(connection.number());
    }

    private void hold(long nanos, SignallingConnection connection, ClientMessage message) {
        kernel.timer(kernel.nowNanos() + nanos, this, RELAY_LATER, new Held(connection, message));
    }

    private void relay(SignallingConnection connection, ClientMessage message) {
        accept(new Input.Receive(socket(connection), message));
    }

    private Packet packet(SignallingConnection connection, ClientMessage message) {
        boolean isSignal = message instanceof ClientMessage.Signal;
        String type = "";
        String to = "";
        if (message instanceof ClientMessage.Signal signal) {
            type = signal.type().wireName();
            to = signal.target().value();
        }
        String kind = isSignal ? "signal" : message.event();
        return new Packet(kind, type, connection.person(), to, kernel.nowNanos());
    }

    @Override
    public void heard(SignallingConnection connection) {
        if (isUp) {
            accept(new Input.Heard(socket(connection)));
        }
    }

    @Override
    public void closed(SignallingConnection connection, CloseCause cause) {
        if (connections.remove(socket(connection)) != null) {
            unreported.add(socket(connection));
            reportEnd(connection);
        }
    }

    /** Tells the lobby that a connection has ended: now, later, or more than once. */
    private void reportEnd(SignallingConnection connection) {
        RuleVerdict verdict = hasRules()
                ? rules.judge(new Packet(END, "", connection.person(), "", kernel.nowNanos()))
                : RuleVerdict.PASS;
        if (verdict instanceof RuleVerdict.DeliverAfter later) {
            kernel.timer(kernel.nowNanos() + later.nanos(), this, ENDED, connection);
            return;
        }
        ended(connection);
        if (verdict instanceof RuleVerdict.Duplicate again) {
            for (int copy = 0; copy < again.times(); copy++) {
                kernel.timer(kernel.nowNanos() + again.afterNanos(), this, ENDED, connection);
            }
        }
    }

    private void ended(SignallingConnection connection) {
        unreported.remove(socket(connection));
        accept(new Input.Disconnect(socket(connection)));
    }

    /** The lobby shuts down in order, and its connections are closed. */
    boolean shutDown() {
        if (!isUp) {
            return false;
        }
        accept(Input.SHUTDOWN);
        List<SignallingConnection> open = new ArrayList<>(connections.values());
        for (SignallingConnection connection : open) {
            SocketId socket = socket(connection);
            connections.remove(socket);
            connection.closeByServer();
            accept(new Input.Disconnect(socket));
        }
        return true;
    }

    /** The process dies: its memory is gone, and each connection breaks. */
    boolean crash(long backAfterNanos) {
        if (!isUp) {
            return false;
        }
        isUp = false;
        disarm();
        recorder.crashed(kernel.nowNanos());
        epochs.begin();
        List<SignallingConnection> open = new ArrayList<>(connections.values());
        connections.clear();
        unreported.clear();
        for (SignallingConnection connection : open) {
            connection.cut("crash");
        }
        kernel.timer(kernel.nowNanos() + backAfterNanos, this, RESTART, null);
        return true;
    }

    private void accept(Input input) {
        long event = kernel.events();
        long now = kernel.nowNanos();
        chronicle.add(TraceEntry.Kind.INPUT, Chronicle.NOBODY, Chronicle.SERVER, input);
        epochs.input(event, now, input);
        lobby.accept(now, input, sink);
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            chronicle.add(TraceEntry.Kind.EFFECT, Chronicle.SERVER, Chronicle.NOBODY, effect);
            epochs.effect(event, now, effect);
            recorder.effect(now, effect);
            if (kernel.isAdversarial()) {
                // Only a schedule asks whom events touch.
                company.effect(effect);
            }
            perform(effect);
        }
        effects.clear();
        arm();
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Send send) {
            SignallingConnection connection = connections.get(send.socket());
            if (connection != null) {
                connection.sendToClient(wire.toClient(send.message()), Sizes.of(send.message()));
            }
        } else if (effect instanceof Effect.Close close) {
            SignallingConnection connection = connections.remove(close.socket());
            if (connection != null) {
                connection.closeByServer();
                unreported.add(close.socket());
                kernel.timer(kernel.nowNanos(), this, CLOSED, connection);
            }
        }
    }

    private void arm() {
        long next = lobby.nextDeadlineNanos();
        if (next != timerNanos) {
            disarm();
            if (next != LobbyUnderTest.NO_DEADLINE) {
                timer = kernel.timer(next, this, WAKE, null);
                timerNanos = next;
            }
        }
    }

    private void disarm() {
        if (timer != Kernel.NO_EVENT) {
            kernel.cancel(timer);
        }
        timer = Kernel.NO_EVENT;
        timerNanos = LobbyUnderTest.NO_DEADLINE;
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (what == WAKE) {
            timer = Kernel.NO_EVENT;
            timerNanos = LobbyUnderTest.NO_DEADLINE;
            accept(Input.WAKE);
        } else if (what == RESTART) {
            isUp = true;
            lobby = newLobby.get();
            chronicle.add(
                    TraceEntry.Kind.FAULT, Chronicle.FAULT, Chronicle.SERVER, "server is up again");
        } else if (what == RELAY_LATER && data instanceof Held held) {
            // What came before the end of its connection is still heard until that is reported.
            SocketId socket = socket(held.connection);
            if (isUp && (connections.containsKey(socket) || unreported.contains(socket))) {
                relay(held.connection, held.message);
            }
        } else if (data instanceof SignallingConnection connection && isUp) {
            if (what == CLOSED) {
                reportEnd(connection);
            } else {
                ended(connection);
            }
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return switch (what) {
            case WAKE -> "lobby's deadline";
            case RESTART -> "server comes up again";
            case RELAY_LATER -> "held message goes on";
            default -> "closed connection is reported to the lobby";
        };
    }
}
