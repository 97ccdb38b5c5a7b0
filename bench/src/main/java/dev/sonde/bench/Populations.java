package dev.sonde.bench;

import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.UnderTestException;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.ScenarioException;

import java.nio.file.Path;

/** Runs of many people who come, are measured in twos, match and go. */
final class Populations {

    private static final long SEED = 7;

    private Populations() {}

    /** A run at flow detail. */
    static Simulation of(int people, String arrivals, String mix) {
        return of(people, arrivals, mix, "flow");
    }

    /**
     * A run.
     *
     * @param people how many come
     * @param arrivals as scenarios say it
     * @param mix the networks that they have, as scenarios say it; {@code constant} is a link
     *     without any chance
     * @param detail of the media plane
     */
    static Simulation of(int people, String arrivals, String mix, String detail) {
        String text = """
            sonde: 1
            name: bench
            until: 30000s
            limits: {events: 1G, simulated: 12h}
            lobby: {matchmaker: {type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}}
            network: {detail: DETAIL, profiles: {constant: {to-server: "delay 10ms", base: 20ms}}}
            people:
              - crowd: {name: all, count: COUNT, ids: "p{n}", arrivals: ARRIVALS, mix: MIX,
                        after-match: leaves 10s}
            """.replace("COUNT", Integer.toString(people))
                .replace("ARRIVALS", arrivals)
                .replace("MIX", mix)
                .replace("DETAIL", detail);
        try {
            return new Simulation(
                    Packs.ON_CLASS_PATH.reader().read(text, "bench.yaml", Path.of("")));
        } catch (ScenarioException | UnderTestException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs it with all claims, and without keeping the trace.
     *
     * @throws IllegalStateException if a claim is false: such a run measures nothing
     */
    static RunResult run(Simulation simulation) {
        return run(simulation, false);
    }

    /** The same, and keeps the trace if asked to. */
    static RunResult run(Simulation simulation, boolean recordsTrace) {
        try {
            RunResult result = simulation.run(new RunOptions(SEED, recordsTrace));
            if (result.verdict() != Verdict.HELD) {
                throw new IllegalStateException("the run is " + result.verdict());
            }
            return result;
        } catch (PopulationException e) {
            throw new IllegalStateException(e);
        }
    }
}
