package dev.sonde.bench;

import dev.sonde.protocol.Ids;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.sim.kernel.Mix;

/** Names that cost next to nothing, spread as random ones are. */
final class CountedIds implements Ids {

    private long count;

    @Override
    public ProbeId nextProbe() {
        return ProbeId.ofRandomBits(Mix.mix(++count), count);
    }

    @Override
    public MatchId nextMatch() {
        return MatchId.ofRandomBits(Mix.mix(++count), count);
    }
}
