package dev.sonde.sim.relayping;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.LiveState;
import dev.sonde.sim.explore.StateSchedule;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.network.SignallingSettings;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.MostMatches;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.population.Cast;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.state.StateDigest;
import dev.sonde.sim.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** One run: the coordinator under test, the pages of everybody, and what is between them. */
final class Run implements EventHandler {

    private static final String STOPPED = "schedule";

    private final Plan plan;
    private final Scenario scenario;
    private final long seed;
    private final Kernel kernel;
    private final Chronicle chronicle;
    private final Claims claims = new Claims();
    private final Judge judge;
    private final Rows rows;
    private final Server server;
    private final Misfortunes misfortunes;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    /**
     * @param scenario the plan's, or what exploration has made of it
     * @param schedule decides the order; null for that of time
     * @throws PopulationException if two people of the scenario have one id
     */
    Run(Plan plan, Scenario scenario, long seed, @Nullable Schedule schedule, boolean records)
            throws PopulationException {
        this.plan = plan;
        this.scenario = scenario;
        this.seed = seed;
        this.kernel = kernel(scenario, schedule);
        // All chance is the seed's: a schedule decides the order and the instants alone.
        Choices choices = new SeededChoices(seed);
        Cast cast = new Cast(scenario, plan.profiles(), choices);
        chronicle = new Chronicle(kernel, new Trace(Chronicle.Words.WORDS, records));
        long latenessNanos =
                schedule == null ? 0 : scenario.explore().lateness().maxNanos();
        judge = new Judge(plan.settings(), latenessNanos, claims);
        rows = new Rows(kernel, cast, scenario.network().turn().on());
        server = new Server(chronicle, plan.coordinator(), judge, rows);
        Signalling signalling = new Signalling(kernel, choices, links(scenario), server, chronicle);
        for (Participant participant : cast.people()) {
            Page page = new Page(participant.spec(), chronicle, signalling);
            signalling.addPerson(page.name(), participant.spec().host().profile());
            pages.put(page.name(), page);
        }
        misfortunes = new Misfortunes(chronicle, signalling, pages, rows);
    }

    private static Kernel kernel(Scenario scenario, @Nullable Schedule schedule) {
        long latenessNanos = scenario.explore().lateness().maxNanos();
        if (schedule == null) {
            return Kernel.timeFaithful(scenario.limits());
        }
        return schedule instanceof StateSchedule
                ? Kernel.compared(scenario.limits(), schedule, latenessNanos)
                : Kernel.adversarial(scenario.limits(), schedule, latenessNanos);
    }

    private static SignallingSettings links(Scenario scenario) {
        NetworkSection.HeartbeatSection beat = scenario.network().heartbeat();
        return SignallingSettings.DEFAULT
                .withHeartbeat(beat.pingNanos(), beat.timeoutNanos())
                .withSlackNanos(scenario.explore().slack().maxNanos());
    }

    Kernel kernel() {
        return kernel;
    }

    private void start() {
        pages.values().forEach(Page::start);
        misfortunes.start(scenario.faults());
        kernel.timer(kernel.startNanos() + scenario.untilNanos(), this, 0, null);
    }

    /** The storm is over. */
    @Override
    public void handle(int what, @Nullable Object data) {
        rows.until();
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "calm";
    }

    /** Runs until nothing is left to do; gives the limit that came first, null if none did. */
    private @Nullable String drain() {
        while (kernel.step()) {
            judge.at(kernel.events(), kernel.nowNanos());
            judge.afterEvent();
        }
        if (kernel.pending() == 0) {
            judge.end();
            return null;
        }
        if (kernel.isStopped()) {
            return STOPPED;
        }
        return kernel.events() >= scenario.limits().events() ? "events" : "simulated";
    }

    /** Runs, and keeps everything. */
    RunResult result() {
        start();
        String limitHit = drain();
        List<ClaimResult> results = claims.results(limitHit != null);
        return new RunResult(
                scenario.name(),
                RelayPingPack.METRICS,
                seed,
                RunResult.verdict(results),
                limitHit,
                null,
                results,
                kernel.events(),
                kernel.nowNanos(),
                scenario.untilNanos(),
                plan.limitMillis(),
                rows.matches(),
                rows.probes(),
                rows.people(pages),
                rows.waitingAtUntil(),
                rows.waitingMax(),
                List.of(),
                MostMatches.UNKNOWN,
                rows.messages(),
                rows.messages() * Page.MESSAGE_BYTES,
                rows.refusals(),
                misfortunes.withoutEffect(),
                List.of(),
                chronicle.trace());
    }

    /** Runs, and keeps what exploration asks for. */
    Attempt attempt(@Nullable Schedule schedule, StateDigest states) {
        if (schedule instanceof StateSchedule looks) {
            looks.begins(new State(states));
        }
        start();
        String limitHit = drain();
        Attempt.End end = limitHit == null
                ? Attempt.End.QUIET
                : limitHit.equals(STOPPED) ? Attempt.End.STOPPED : Attempt.End.LIMIT;
        return new Attempt(
                claims.failures(kernel.startNanos()),
                end,
                kernel.events(),
                chronicle.trace().digest());
    }

    SortedMap<String, Long> reached() {
        return rows.reached();
    }

    /** What a search sees of the run. */
    private final class State implements LiveState {

        private final StateDigest states;

        State(StateDigest states) {
            this.states = states;
        }

        @Override
        public long nowNanos() {
            return kernel.nowNanos();
        }

        @Override
        public boolean isViolated() {
            return claims.isAnyViolated();
        }

        @Override
        public void digest(long[] two) {
            states.digest(kernel, Run.this, two);
        }

        @Override
        public String bounds() {
            return plan.bounds();
        }

        @Override
        public List<String> describe() {
            return states.describe(kernel, Run.this);
        }
    }
}
