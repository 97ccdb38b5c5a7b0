package dev.sonde.sim.undertest;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The real lobby, whose effects of one step come in another order. */
final class Reordered implements LobbyUnderTest {

    private final LobbyUnderTest real;
    private final UnaryOperator<List<Effect>> order;

    Reordered(LobbyUnderTest real, UnaryOperator<List<Effect>> order) {
        this.real = real;
        this.order = order;
    }

    @Override
    public void accept(long nowNanos, Input input, EffectSink effects) {
        List<Effect> said = new ArrayList<>();
        real.accept(nowNanos, input, said::add);
        order.apply(said).forEach(effects::emit);
    }

    @Override
    public long nextDeadlineNanos() {
        return real.nextDeadlineNanos();
    }
}
