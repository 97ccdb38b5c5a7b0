package dev.sonde.sim;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.trace.TraceEntry;
import dev.sonde.sim.trace.TraceText;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Scenarios from short texts, their runs, and what their traces say. */
public final class Scenes {

    /** Two people, 80 ms apart, who match within seconds; more keys may follow. */
    public static final String PAIR = """
            sonde: 1
            name: pair
            seed: 7
            until: 30s
            people:
              - {id: ann, profile: fibre, joins: 0s}
              - {id: bob, profile: fibre, joins: 300ms}
            """;

    /** The same network and matchmaker for every pair. */
    public static final String LIMIT = """
            lobby: {matchmaker: {type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}}
            network: {paths: [{between: [ann, bob], rtt: 80ms}]}
            """;

    /**
     * Two people for whom everything takes multiples of 20 ms, so that searches come to an end; a
     * line {@code explore: …} may follow.
     */
    public static final String SMALL = """
            sonde: 1
            name: small
            seed: 7
            until: 25s
            lobby: {matchmaker: {type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}}
            network:
              profiles: {home: {to-server: delay 20ms, base: 40ms, setup: 20ms..20ms}}
              paths: [{between: [ann, bob], rtt: 80ms}]
            people:
              - {id: ann, profile: home, joins: 0s}
              - {id: bob, profile: home, joins: 300ms}
            """;

    private Scenes() {}

    /** @throws AssertionError if the text is no scenario */
    public static Scenario read(String yaml) {
        try {
            return Packs.ON_CLASS_PATH.reader().read(yaml, "scene.yaml", Path.of(""));
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Runs the text with its own seed, and keeps the trace. */
    public static RunResult run(String yaml) {
        Scenario scenario = read(yaml);
        return run(scenario, scenario.seed());
    }

    public static RunResult run(Scenario scenario, long seed) {
        try {
            return new Simulation(scenario).run(new RunOptions(seed, true));
        } catch (UnderTestException | PopulationException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The pair's scenario with another lobby. */
    public static String pairUnderTest(String name) {
        return PAIR + LIMIT.replace("lobby: {", "lobby: {under-test: " + name + ", ");
    }

    /** The whole trace as text. */
    public static String text(RunResult run) {
        StringBuilder text = new StringBuilder();
        try {
            TraceText.write(run.trace(), run.scenario(), run.seed(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public static BufferedReader reader(RunResult run) {
        return new BufferedReader(new StringReader(text(run)));
    }

    /** What entries of one kind say, in order. */
    public static List<String> said(RunResult run, TraceEntry.Kind kind) {
        return run.trace().entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> run.trace().lexicon().label(entry.what()))
                .toList();
    }
}
