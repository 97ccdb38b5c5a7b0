package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Explored without a simulation: a seed violates the claim that its story names, or none. */
record ToyExplored(String name, Story story) implements Explored {

    /** The claim that a seed violates, null for none. */
    interface Story {
        @Nullable
        String violated(long seed);
    }

    @Override
    public String text(long seed) {
        return "seed: " + seed + "\n";
    }

    @Override
    public String json(long seed, boolean adds) {
        return "{\"seed\": " + seed + "}";
    }

    @Override
    public Set<String> declared() {
        return Set.of("held");
    }

    @Override
    public Map<String, String> exempt() {
        return name.equals("exempt") ? Map.of("held", "nobody holds") : Map.of();
    }

    @Override
    public Told told(long seed, Schedule schedule, boolean adds) {
        return new Told(runner().run(seed, schedule, adds), this);
    }

    @Override
    public Explored countable() {
        return this;
    }

    @Override
    public Runner runner() {
        return new Runner() {

            private final SortedMap<String, Long> reached = new TreeMap<>();
            private volatile long pulse;

            @Override
            public Attempt run(long seed, Schedule schedule, boolean adds) {
                pulse = 1;
                String claim = story.violated(seed);
                reached.merge(claim == null ? "held" : claim, 1L, Long::sum);
                pulse = 0;
                return new Attempt(
                        claim == null
                                ? List.of()
                                : List.of(new Attempt.Failure(claim, 3, 1_000_000, "because")),
                        Attempt.End.QUIET,
                        10,
                        Mix.mix(seed));
            }

            @Override
            public SortedMap<String, Long> takeReached() {
                SortedMap<String, Long> taken = new TreeMap<>(reached);
                reached.clear();
                return taken;
            }

            @Override
            public long pulse() {
                return pulse;
            }
        };
    }
}
