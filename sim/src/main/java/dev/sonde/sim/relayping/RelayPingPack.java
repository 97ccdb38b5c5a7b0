package dev.sonde.sim.relayping;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.network.Presets;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.MetricTable;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.pack.Prepared;
import dev.sonde.sim.pack.ProtocolPack;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.RunWish;
import dev.sonde.sim.pack.ScenarioRuns;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.pack.ScheduleWords;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScheduleSection;
import dev.sonde.sim.scenario.Vocabulary;
import dev.sonde.sim.state.StateDigest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The pack {@code relay-ping}. */
public final class RelayPingPack implements ProtocolPack {

    static final List<Metric> METRICS = MetricTable.of(Stream.of(Effect.Outcome.values())
            .map(outcome -> new MetricTable.Ending(outcome.word, outcome.meaning))
            .toList());

    private static final List<Vocabulary.Word> BEHAVIOURS = List.of(
            new Vocabulary.Word("honest", "Says ready and echoes at once."),
            new Vocabulary.Word("silent", "Joins, and is never ready."),
            new Vocabulary.Word("double-ready", "Says ready twice."),
            new Vocabulary.Word("double-result", "Echoes each ping twice."));

    @Override
    public String name() {
        return "relay-ping";
    }

    @Override
    public String meaning() {
        return "Both members echo timestamps to the server; their halves together are the RTT.";
    }

    @Override
    public Vocabulary vocabulary() {
        List<Vocabulary.Word> presets = Presets.all().stream()
                .map(preset -> new Vocabulary.Word(preset.name(), preset.reason()))
                .toList();
        return new Vocabulary(BEHAVIOURS, presets, Claims.words(), ScenarioWords.metrics(METRICS));
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public Prepared prepared(Scenario scenario) throws PackException {
        return new Ready(Plan.of(scenario));
    }

    private record Ready(Plan plan) implements Prepared {

        @Override
        public RunResult run(RunWish wish, Pulse pulse) throws PackException {
            Scenario scenario = plan.scenario();
            ScheduleSection stated = scenario.schedule();
            Replay replay = wish.schedule() == null && !stated.ofTime()
                    ? new Replay(ScheduleWords.choices(stated.choices()))
                    : null;
            Schedule schedule = replay == null ? wish.schedule() : replay;
            try {
                Run run = plan.run(scenario, wish.seed(), schedule, wish.recordsTrace());
                pulse.begins(run.kernel());
                RunResult result = run.result();
                return replay == null
                        ? result
                        : result.withStaleChoices(replay.stale().stream()
                                .map(Replay.Stale::toString)
                                .toList());
            } catch (PopulationException e) {
                throw new PackException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public Explored explored(Supplier<Pulse> pulses) {
            return new ManyRuns(plan, pulses);
        }
    }

    /** A scenario as explorers see it. */
    private static final class ManyRuns extends ScenarioRuns {

        private final Plan plan;
        private final Supplier<Pulse> pulses;

        ManyRuns(Plan plan, Supplier<Pulse> pulses) {
            super(plan.scenario());
            this.plan = plan;
            this.pulses = pulses;
        }

        @Override
        protected Scenario added(long seed) {
            return Misfortunes.added(plan.scenario(), seed);
        }

        @Override
        public Set<String> declared() {
            return Labels.declared();
        }

        @Override
        public Map<String, String> exempt() {
            return Labels.EXEMPT;
        }

        @Override
        public Explored countable() {
            return new ManyRuns(plan.countable(), pulses);
        }

        @Override
        public Runner runner() {
            return new OneThread(plan, pulses.get());
        }

        @Override
        public Told told(long seed, Schedule schedule, boolean adds) {
            Attempt attempt = runner().run(seed, schedule, adds);
            return new Told(attempt, new ManyRuns(plan.with(written(seed, adds)), pulses));
        }
    }

    private static final class OneThread implements Runner {

        private final Plan plan;
        private final Pulse pulse;
        private final StateDigest states = new StateDigest(NoState.TABLE);
        private SortedMap<String, Long> reached = new TreeMap<>();

        OneThread(Plan plan, Pulse pulse) {
            this.plan = plan;
            this.pulse = pulse;
        }

        @Override
        public Attempt run(long seed, Schedule schedule, boolean adds) {
            Scenario played = adds ? Misfortunes.added(plan.scenario(), seed) : plan.scenario();
            try {
                Run run = plan.run(played, seed, schedule, false);
                pulse.begins(run.kernel());
                Attempt attempt = run.attempt(schedule, states);
                run.reached().forEach((label, count) -> reached.merge(label, count, Long::sum));
                return attempt;
            } catch (PopulationException e) {
                throw new IllegalStateException(
                        "two people of the scenario have one id, which a plain run shows", e);
            } finally {
                pulse.ends();
            }
        }

        @Override
        public SortedMap<String, Long> takeReached() {
            SortedMap<String, Long> taken = reached;
            reached = new TreeMap<>();
            return taken;
        }

        @Override
        public long pulse() {
            return pulse.next();
        }
    }

    /** What a large campaign has to reach. */
    private static final class Labels {

        static final Map<String, String> EXEMPT = exempt();

        private Labels() {}

        static Set<String> declared() {
            Set<String> labels = new LinkedHashSet<>();
            for (Effect.Refusal refusal : Effect.Refusal.values()) {
                labels.add("refused/" + Rows.word(refusal));
            }
            for (Effect.Outcome outcome : Effect.Outcome.values()) {
                labels.add("ended/" + outcome.word + "/preparing");
                labels.add("ended/" + outcome.word + "/measuring");
            }
            Misfortunes.KINDS.forEach(kind -> labels.add("fault/" + kind));
            labels.add("decision/accepted");
            return labels;
        }

        private static Map<String, String> exempt() {
            Map<String, String> exempt = new LinkedHashMap<>();
            exempt.put("refused/joined-twice", "pages join once on each connection");
            exempt.put("ended/complete/preparing", "an estimate needs pings");
            exempt.put("ended/not-ready/measuring", "both are ready once pings begin");
            exempt.put(
                    "ended/timeout/preparing", "the limit of preparing comes before that of all");
            return exempt;
        }
    }
}
