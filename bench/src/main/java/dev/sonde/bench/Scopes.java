package dev.sonde.bench;

import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;

import java.nio.file.Path;

/** The small scope that is explored: pairs of people, one message that may be lost, the timers. */
final class Scopes {

    static final Grid GRID = new Grid(true, false, true);

    private Scopes() {}

    /** Runs of so many pairs, on one thread. */
    static Runner runner(int pairs) {
        StringBuilder text = new StringBuilder("""
                sonde: 1
                name: scope
                until: 30s
                lobby: {matchmaker: {type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}}
                network:
                  profiles:
                    home: {to-server: delay 20ms, base: 40ms, setup: 20ms..20ms}
                explore: {lateness: 0ms..20ms, slack: 0ms..0ms, strikes: {drop: 1}}
                people:
                """);
        for (int i = 0; i < 2 * pairs; i++) {
            text.append("  - {id: p").append(i).append(", profile: home, joins: ");
            text.append(300 * i).append("ms}\n");
        }
        try {
            return new ScenarioBench(Path.of(""), Packs.ON_CLASS_PATH, null)
                    .read(text.toString())
                    .runner();
        } catch (CapsuleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The control arm of exploration. */
    static Exploration randomWalk(int pairs) {
        return new Exploration(runner(pairs), Strategies.of("random", GRID).get(), false);
    }
}
