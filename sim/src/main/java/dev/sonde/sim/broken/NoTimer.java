package dev.sonde.sim.broken;

import dev.sonde.lobby.LobbyUnderTest;

/** Row 5, Terminates: nothing ends a probe whose member fell asleep while preparing. */
final class NoTimer extends BrokenLobby {

    NoTimer(LobbyUnderTest real) {
        super(real);
    }

    @Override
    public long nextDeadlineNanos() {
        return watch.live.isEmpty() ? super.nextDeadlineNanos() : NO_DEADLINE;
    }
}
