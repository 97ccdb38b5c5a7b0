package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lobby around the real one that gets one thing wrong: in what it passes on, or in what it says.
 */
abstract class BrokenLobby implements LobbyUnderTest {

    private static final long FORGED = 0xBADL;

    final Watch watch = new Watch();
    private final LobbyUnderTest real;
    private List<Effect> effects = new ArrayList<>();
    private long nowNanos;
    private long forged;

    BrokenLobby(LobbyUnderTest real) {
        this.real = real;
    }

    @Override
    public final void accept(long now, Input input, EffectSink sink) {
        nowNanos = now;
        effects = new ArrayList<>();
        watch.input(input);
        perform(input);
        rewrite(input, effects);
        for (Effect effect : effects) {
            watch.effect(now, effect);
            sink.emit(effect);
        }
    }

    /** Gives the input to the real lobby, or something else. */
    void perform(Input input) {
        pass(input);
    }

    /** Changes what the real lobby said in this step. */
    void rewrite(Input input, List<Effect> said) {}

    final void pass(Input input) {
        real.accept(nowNanos, input, effects::add);
    }

    final void passAs(SubjectId subject, ClientMessage message) {
        pass(new Input.Receive(watch.socketOf(subject), message));
    }

    final long nowNanos() {
        return nowNanos;
    }

    @Override
    public long nextDeadlineNanos() {
        return real.nextDeadlineNanos();
    }

    @Override
    public Optional<LobbySnapshot> snapshot() {
        return real.snapshot();
    }

    /** An id that the real lobby never gives. */
    final ProbeId forgedProbe() {
        return ProbeId.ofRandomBits(FORGED, ++forged);
    }

    final Effect send(SubjectId to, ServerMessage message) {
        return new Effect.Send(watch.socketOf(to), to, message);
    }

    /** A probe that the real lobby knows nothing of: its creation and both preparations. */
    final List<Effect> proposal(SubjectId one, SubjectId other) {
        ProbeId id = forgedProbe();
        return List.of(
                new Effect.ProbeCreated(id, one, other),
                send(one, new ServerMessage.Prepare(id, other, null)),
                send(other, new ServerMessage.Prepare(id, one, null)));
    }

    /** The message, if the input is one of this kind. */
    static <M extends ClientMessage> @Nullable M message(Input input, Class<M> kind) {
        return input instanceof Input.Receive receive && kind.isInstance(receive.message())
                ? kind.cast(receive.message())
                : null;
    }

    /** Who sent it, or null if nobody known did. */
    final @Nullable SubjectId sender(Input input) {
        SocketId socket = input instanceof Input.Receive receive ? receive.socket() : null;
        return socket == null ? null : watch.who(socket);
    }
}
