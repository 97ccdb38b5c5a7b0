package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

import org.jspecify.annotations.Nullable;

/** Somebody who is connected and in no probe, but hears of those of others. */
final class Stranger implements Habit, Grapevine.Ear {

    private static final int ATTACKS = 4;
    private static final long MOST_DELAY_NANOS = 2_000_000_000L;

    private final Draws draws;
    private @Nullable Page page;

    Stranger(SubjectId self, World world) {
        draws = world.choices().draws(self.value(), "behaviour", "stranger");
        world.grapevine().listen(this);
    }

    @Override
    public boolean takesPart() {
        return false;
    }

    @Override
    public void onConnected(Page connected, boolean again) {
        page = connected;
    }

    @Override
    public void overhear(ProbeId probe, SubjectId member, SubjectId peer) {
        Page from = page;
        if (from == null) {
            return;
        }
        for (int i = 0; i < ATTACKS; i++) {
            ClientMessage message = switch ((int) draws.below(4)) {
                case 0 -> new ClientMessage.Ready(probe);
                case 1 -> new ClientMessage.Connected(probe);
                case 2 -> Forgery.result(draws, probe);
                default -> Forgery.signalTo(draws, probe, draws.below(2) == 0 ? member : peer);
            };
            from.sendLater(message, draws.below(MOST_DELAY_NANOS));
        }
    }
}
