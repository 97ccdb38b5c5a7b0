package dev.sonde.sim.oracle;

import dev.sonde.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

/**
 * No start before ready from two distinct members on their current connections; never two starts to
 * one member.
 */
final class BothReady extends Invariant implements Hooks.OnStart {

    BothReady(Ledger ledger) {
        super(ledger, "BothReady");
    }

    @Override
    public void started(
            ServerMessage.Start message, @Nullable Connection to, @Nullable ProbeLog probe) {
        if (to == null || probe == null || !probe.isLive()) {
            return;
        }
        Side side = probe.sideOf(to.person);
        if (side == null) {
            return;
        }
        if (side.isStarted) {
            fails(to.person + " was sent a second start of " + Words.probe(probe)
                    + "; one was expected");
        } else if (!isReady(probe.a)) {
            fails(notReady(to, probe, probe.a));
        } else if (!isReady(probe.b)) {
            fails(notReady(to, probe, probe.b));
        }
    }

    private static boolean isReady(Side side) {
        return side.readyOn != null && side.readyOn.isCurrent();
    }

    private static String notReady(Connection to, ProbeLog probe, Side side) {
        return to.person + " was sent the start of " + Words.probe(probe) + ", but "
                + (side.readyOn == null
                        ? side.person + " was never ready"
                        : side.person + " was ready on an earlier connection only");
    }
}
