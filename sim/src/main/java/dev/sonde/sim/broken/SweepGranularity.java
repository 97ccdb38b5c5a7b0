package dev.sonde.sim.broken;

import dev.sonde.lobby.LobbyUnderTest;

import java.util.concurrent.TimeUnit;

/** Row 43, Terminates: a sweep each 5 s lets a limit of 15 s become one of nearly 20 s. */
final class SweepGranularity extends BrokenLobby {

    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(5);

    SweepGranularity(LobbyUnderTest real) {
        super(real);
    }

    @Override
    public long nextDeadlineNanos() {
        long next = super.nextDeadlineNanos();
        return next == NO_DEADLINE ? next : (next + SWEEP_NANOS - 1) / SWEEP_NANOS * SWEEP_NANOS;
    }
}
