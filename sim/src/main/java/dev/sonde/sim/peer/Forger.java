package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Draws;

/** A member that plays its part in a probe and forges what it can beside it. */
final class Forger implements Habit, Grapevine.Ear {

    private static final int ATTACKS = 4;

    private final SubjectId self;
    private final Draws draws;
    private ProbeId foreign;

    Forger(SubjectId self, World world) {
        this.self = self;
        draws = world.choices().draws(self.value(), "behaviour", "forger");
        foreign = Forgery.unknownProbe(draws);
        world.grapevine().listen(this);
    }

    @Override
    public void overhear(ProbeId probe, SubjectId member, SubjectId peer) {
        if (!member.equals(self) && !peer.equals(self)) {
            foreign = probe;
        }
    }

    @Override
    public void onPrepared(Page page, ProbeId probe, SubjectId peer) {
        attack(page, probe);
    }

    @Override
    public void onOpened(Page page) {
        attack(page, foreign);
    }

    @Override
    public void report(Page page, ClientMessage.Result result) {
        page.send(Forgery.result(draws, result.probe()));
        page.send(result);
        attack(page, result.probe());
    }

    private void attack(Page page, ProbeId own) {
        for (int i = 0; i < ATTACKS; i++) {
            page.send(
                    switch ((int) draws.below(6)) {
                        case 0 -> Forgery.result(draws, own);
                        case 1 -> Forgery.result(draws, foreign);
                        case 2 -> Forgery.signal(draws, own, self);
                        case 3 -> Forgery.signal(draws, foreign, self);
                        case 4 -> new ClientMessage.Ready(Forgery.unknownProbe(draws));
                        default -> Forgery.nonsense(draws);
                    });
        }
    }
}
