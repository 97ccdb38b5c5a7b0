package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

import java.util.List;
import java.util.OptionalDouble;

/** Sends 500 events at once after each connect: joins, readies for nobody's probe, nonsense. */
final class Spammer implements Habit {

    private static final int EVENTS = 500;

    private final Draws draws;

    Spammer(SubjectId subject, World world) {
        draws = world.choices().draws(subject.value(), "behaviour", "spammer");
    }

    @Override
    public void onConnected(Page page, boolean again) {
        for (int i = 0; i < EVENTS; i++) {
            page.send(
                    switch ((int) draws.below(3)) {
                        case 0 -> new ClientMessage.Join(List.of(), OptionalDouble.empty(), "");
                        case 1 -> new ClientMessage.Ready(Forgery.unknownProbe(draws));
                        default -> new ClientMessage.Unreadable("chat", Refusal.UNKNOWN_EVENT);
                    });
        }
    }

    @Override
    public void ready(Page page, ProbeId probe) {
        Habit.super.ready(page, probe);
        page.send(new ClientMessage.Leave());
        page.send(new ClientMessage.Join(List.of(), OptionalDouble.empty(), ""));
    }
}
