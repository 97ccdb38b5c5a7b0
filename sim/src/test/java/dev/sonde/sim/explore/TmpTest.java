package dev.sonde.sim.explore;

import dev.sonde.sim.Expecting;
import dev.sonde.sim.ScenarioBench;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.scenario.ScenarioReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class TmpTest {

    @Test
    void tmp() throws Exception {
        for (String broken : System.getProperty("b", "ready-counter cached-socket start-again-on-return no-timer late-disconnect double-disconnect survivor-forgotten flag-survives-disconnect turn-leak reconnect-locked-out").split(" ")) {
        String text = """
                sonde: 1
                name: two
                seed: 1
                until: 30s
                lobby: {under-test: %s}
                people:
                  - {id: ann, joins: 0s}
                  - {id: bob, joins: 300ms}
                """.formatted(broken);
        Explored explored = new Simulation(new ScenarioReader(Expecting.vocabulary())
                .read(text, "two", Path.of(""))).explored();
        long t = System.nanoTime();
        Tally tally = new Exploration(explored.runner(), Strategies.of("random", new Grid(true, true, true)).get(), true).run(1, 2000);
        System.out.println("=== " + broken + " " + (System.nanoTime() - t) / 1e6 + " " + tally.found());
        for (Map.Entry<String, Tally.Found> f : tally.found().entrySet()) {
            Capsule c = Capsule.of(explored, f.getValue().seed(), Strategies.of("random", new Grid(true, true, true)).get(), true, "0.1");
            ScenarioBench bench = new ScenarioBench(Path.of(""), null);
            Replayed r = Replayed.of(c, bench, "0.1");
            t = System.nanoTime();
            Shrinker.Shrunk s = new Shrinker(bench, 20000, (a, b, d) -> {}).shrink(c);
            System.out.println(r.outcome() + " choices " + c.choices().size() + " -> " + s.capsule().choices().size() + " in runs " + s.runs() + " ms " + (System.nanoTime() - t) / 1e6 + " time order " + s.inOrderOfTime() + " violates " + bench.violates(s.file(), c.claim()) + " " + Replayed.of(s.capsule(), bench, "0.1").outcome());
            System.out.println(s.file());
        }
        }
    }
}
