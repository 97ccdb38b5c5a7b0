package dev.sonde.sim.oracle;

import dev.sonde.protocol.Ids;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;

/** Ids that count from 1. */
public final class CountedIds implements Ids {

    private long next;

    @Override
    public ProbeId nextProbe() {
        return ProbeId.ofRandomBits(0, ++next);
    }

    @Override
    public MatchId nextMatch() {
        return MatchId.ofRandomBits(0, ++next);
    }
}
