package dev.sonde.sim.cli;

import dev.sonde.sim.HandMade;
import dev.sonde.sim.ProbeMetrics;
import dev.sonde.sim.StoryTeller;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.study.Goal;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One use of the command with hand-made scenarios: what went in, what came out. */
final class Session {

    /** Makes the result of a run. */
    interface Story {
        HandMade tell(long seed) throws InputException;
    }

    private record Hand(String name, Story story, AtomicBoolean recorded)
            implements Workbench.Experiment {

        @Override
        public String protocol() {
            return Scenario.WEBRTC_PROBE;
        }

        @Override
        public List<Metric> metrics() {
            return ProbeMetrics.ALL;
        }

        @Override
        public dev.sonde.sim.trace.Story story(RunResult run, int mostSteps) {
            return StoryTeller.of(run, mostSteps);
        }

        @Override
        public long seed() {
            return 7;
        }

        @Override
        public Expected expected() {
            return Expected.NOTHING;
        }

        @Override
        public JudgedRun studied(long seed, Pulse pulse) throws InputException {
            return run(seed, false, pulse);
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public List<Goal> goals() {
            return List.of();
        }

        @Override
        public Workbench.Experiment with(Map<String, String> changes) {
            return this;
        }

        @Override
        public Explored explored() {
            return new ToyExplored(
                    name, seed -> !name.equals("fine") && seed % 100 == 0 ? "NoGhost" : null);
        }

        @Override
        public Grid grid() {
            return new Grid(true, false, true);
        }

        @Override
        public JudgedRun run(long seed, boolean recordTrace, Pulse pulse) throws InputException {
            HandMade run = story.tell(seed);
            run.scenario = name;
            run.seed = seed;
            recorded.compareAndSet(false, recordTrace);
            return JudgedRun.of(run.result(), Expected.NOTHING, 5_000_000);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final AtomicBoolean recorded = new AtomicBoolean();
    final Interruption interruption = new Interruption();
    boolean colours;

    Session() {
        scenario("held.yaml", seed -> new HandMade());
        scenario("violated.yaml", seed -> new HandMade().violated("NoGhost", 3, 1, "because"));
        scenario("inconclusive.yaml", seed -> {
            HandMade run = new HandMade();
            run.verdict = Verdict.INCONCLUSIVE;
            run.limitHit = "events";
            return run;
        });
        scenario("crash.yaml", seed -> {
            throw new IllegalStateException("two\nlines");
        });
    }

    /** A file of this name will read as a scenario that tells this story. */
    void scenario(String file, Story story) {
        stories.put(file, story);
    }

    /** Runs {@code sonde} with these arguments; gives its exit code. */
    int sonde(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        Console console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                colours,
                false,
                true,
                false,
                false);
        return Main.run(words, console, workbench(), interruption);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    boolean recordedATrace() {
        return recorded.get();
    }

    Workbench workbench() {
        return new Workbench() {
            @Override
            public Workbench testing(Packs packs) {
                return this;
            }

            @Override
            public List<Metric> metrics() {
                return ProbeMetrics.ALL;
            }

            @Override
            public Experiment load(Path file, @Nullable String underTest) throws InputException {
                Story story = stories.get(file.getFileName().toString());
                if (story == null) {
                    InputFiles.check(file);
                    throw new InputException(file + ":1:1: not a scenario");
                }
                String name = file.getFileName().toString().replace(".yaml", "");
                return new Hand(underTest == null ? name : name + "-" + underTest, story, recorded);
            }

            @Override
            public String schema() {
                return "{\"type\":\"object\"}\n";
            }

            @Override
            public String presets() {
                return "fibre\n";
            }
        };
    }
}
