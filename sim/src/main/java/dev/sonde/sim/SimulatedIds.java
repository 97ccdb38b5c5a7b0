package dev.sonde.sim;

import dev.sonde.protocol.Ids;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;

/** Names by keyed draws: random to whoever guesses, the same in each run of one seed. */
final class SimulatedIds implements Ids {

    private static final long HALF = 1L << 62;

    private final Draws probes;
    private final Draws matches;

    SimulatedIds(Choices choices) {
        probes = choices.draws("server", "id", "probe");
        matches = choices.draws("server", "id", "match");
    }

    @Override
    public ProbeId nextProbe() {
        return ProbeId.ofRandomBits(probes.below(HALF), probes.below(HALF));
    }

    @Override
    public MatchId nextMatch() {
        return MatchId.ofRandomBits(matches.below(HALF), matches.below(HALF));
    }
}
