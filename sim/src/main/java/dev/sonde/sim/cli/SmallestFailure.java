package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Search;
import dev.sonde.sim.explore.Shrinker;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Strategy;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.report.CorpusFailure;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/** Finds a race of the corpus by a random walk, and shrinks what it found. */
final class SmallestFailure {

    private static final String STRATEGY = "random";

    /** Where another claim fails before, the failure cannot be shrunk; then the next one is. */
    private static final int TRIES = 10;

    private static final int SHRINK_RUNS = 5_000;

    private SmallestFailure() {}

    /**
     * The first failure that can be shrunk, small; null if there is none.
     *
     * @param name of the broken lobby, under test in all scenarios
     * @param claims one of which catches it
     * @param folder where files that the scenarios name are looked for
     * @param cap schedules of a search, at most
     */
    static @Nullable CorpusFailure of(
            String name,
            List<String> claims,
            List<Workbench.Experiment> scenarios,
            Path folder,
            long cap)
            throws InputException {
        String version = CapsuleFiles.version();
        ScenarioBench bench = new ScenarioBench(folder, Packs.ON_CLASS_PATH, null);
        Search search = new Search(new LinkedHashSet<>(claims));
        for (Workbench.Experiment scenario : scenarios) {
            search.in(scenario.explored().runner(), strategy(scenario));
        }
        long seed = 1;
        for (int i = 0; i < TRIES; i++) {
            Search.Found found = search.first(seed, cap);
            if (found == null) {
                return null;
            }
            if (!found.isFirst()) {
                seed = found.seed() + 1;
                continue;
            }
            try {
                Workbench.Experiment in = scenarios.get(found.turn());
                Capsule capsule = Capsule.of(
                        in.explored(), found.seed(), strategy(in), true, found.claim(), version);
                Shrinker shrinker = new Shrinker(bench, SHRINK_RUNS, (runs, most, choices) -> {});
                Capsule small = shrinker.shrink(capsule).capsule();
                return new CorpusFailure(
                        name,
                        bench.people(small.scenario()),
                        bench.faults(small.scenario()),
                        small.choices().size(),
                        small.event());
            } catch (CapsuleException e) {
                throw new InputException(name + ": " + e.getMessage(), e);
            }
        }
        return null;
    }

    private static Strategy strategy(Workbench.Experiment scenario) {
        return Strategies.of(STRATEGY, scenario.grid()).get();
    }
}
