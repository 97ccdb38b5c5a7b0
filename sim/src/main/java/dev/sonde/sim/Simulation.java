package dev.sonde.sim;

import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.Ids;
import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.StateSchedule;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.Rules;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.oracle.ReachedLabels;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.MostMatches;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.ScheduleWords;
import dev.sonde.sim.population.Cast;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScheduleSection;
import dev.sonde.sim.state.StateDigest;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One run of a scenario: the lobby under test in a simulated world, from the first arrival until
 * nothing is left to do, judged by every claim.
 *
 * <p>A function of scenario, seed and version: the same result on every machine.
 */
public final class Simulation {

    /** The message may hold what differs between machines, so it is no part of the digest. */
    private static final String FAILED = "the lobby under test failed";

    private static final String STOPPED = "schedule";

    private final Blueprint blueprint;

    /** @throws UnderTestException if the scenario's coordinator or matchmaker cannot be found */
    public Simulation(Scenario scenario) throws UnderTestException {
        this(scenario, UnderTest.ON_CLASS_PATH);
    }

    /**
     * @param tested where coordinators and matchmakers are looked for
     * @throws UnderTestException if the scenario's coordinator or matchmaker cannot be found
     */
    public Simulation(Scenario scenario, UnderTest tested) throws UnderTestException {
        this(new Blueprint(scenario, tested));
    }

    Simulation(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /**
     * Runs once, in the order that the options or else the scenario say. Runs of one simulation
     * share nothing that changes.
     *
     * @throws PopulationException if two people of the scenario have one id
     */
    public RunResult run(RunOptions options) throws PopulationException {
        return run(options, new Pulse());
    }

    /**
     * The same, for somebody who watches whether the run goes on.
     *
     * @param pulse of this thread
     */
    public RunResult run(RunOptions options, Pulse pulse) throws PopulationException {
        try {
            return watched(options, pulse);
        } finally {
            pulse.ends();
        }
    }

    private RunResult watched(RunOptions options, Pulse pulse) throws PopulationException {
        ScheduleSection schedule = blueprint.scenario.schedule();
        if (options.steering() != null || schedule.ofTime()) {
            return new Run(blueprint, options, new ReachedLabels(), pulse).run();
        }
        Replay replay = new Replay(ScheduleWords.choices(schedule.choices()));
        Steering steering = new Steering(replay, false);
        RunOptions scheduled = new RunOptions(options.seed(), options.recordsTrace(), steering);
        RunResult result = new Run(blueprint, scheduled, new ReachedLabels(), pulse).run();
        return result.withStaleChoices(
                replay.stale().stream().map(Replay.Stale::toString).toList());
    }

    /** The same scenario, to be run under many schedules. */
    public Explored explored() {
        return new ScheduledRuns(blueprint, Pulse::new);
    }

    /** Runs once, and says no more of it than an explorer needs; the pulse goes on. */
    static Attempt attempt(Blueprint blueprint, RunOptions options, Reached reached, Pulse pulse)
            throws PopulationException {
        return new Run(blueprint, options, reached.labels(), pulse).attempt(reached);
    }

    /** Everything of one run. */
    private static final class Run implements EventHandler {

        private final Blueprint blueprint;
        private final Scenario scenario;
        private final RunOptions options;
        private final Kernel kernel;
        private final @Nullable FixedDraws fixed;
        private final Epochs epochs;
        private final Recorder recorder;
        private final Optimum optimum;
        private final Chronicle chronicle;
        private final MediaPlane media;
        private final ServerDriver server;
        private final Rules rules;
        private final Faults faults;
        private final Rest rest;
        private final Attendance attendance;

        /** The real lobbies, one for each life of the server; none where another one is tested. */
        private final List<Lobby> real = new ArrayList<>(1);

        private final @Nullable Strikes strikes;
        private boolean isCalm;

        Run(Blueprint blueprint, RunOptions options, ReachedLabels reached, Pulse pulse)
                throws PopulationException {
            this.blueprint = blueprint;
            Steering steering = options.steering();
            this.scenario = steering != null && steering.addsFaults()
                    ? blueprint.swarm().added(options.seed())
                    : blueprint.scenario;
            this.options = options;
            kernel = Steering.kernel(steering, scenario.limits(), blueprint.latenessNanos());
            Choices ofTheSeed = new SeededChoices(options.seed());
            fixed = scenario.draws().isEmpty() ? null : new FixedDraws(scenario.draws(), ofTheSeed);
            Choices choices = Steering.choices(steering, fixed == null ? ofTheSeed : fixed);
            Cast cast = blueprint.cast(scenario, choices);
            epochs = new Epochs(
                    steering == null ? blueprint.oracle : blueprint.oracleOfLateTimers, reached);
            recorder = new Recorder(cast.people());
            optimum = new Optimum(blueprint, cast);
            Wire wire = blueprint.wire;
            Trace trace = new Trace(new ProbeLexicon(), options.recordsTrace());
            Storms.Drawn drawn = Storms.of(scenario, cast.people(), choices);
            boolean isPlain = steering == null && drawn.timed().isEmpty();
            Notebook notes = isPlain ? Notebook.of(options, trace, epochs) : null;
            chronicle = new Chronicle(kernel, wire, trace, notes);
            List<Rule> ofMessages = new ArrayList<>(FaultRules.of(scenario.faults()));
            ofMessages.addAll(drawn.rules());
            attendance = new Attendance(kernel, cast.people(), isPlain);
            strikes = steering == null || scenario.explore().strikes().none()
                    ? null
                    : new Strikes(
                            kernel,
                            choices,
                            attendance.present(),
                            scenario.explore().strikes(),
                            chronicle,
                            steering.decisions());
            if (strikes != null) {
                ofMessages.add(strikes);
            }
            rules = new Rules(ofMessages, chronicle);
            Ids ids = new SimulatedIds(choices);
            server = new ServerDriver(
                    kernel,
                    () -> new Contained(() -> newLobby(ids)),
                    wire,
                    rules,
                    epochs,
                    recorder,
                    chronicle);
            Signalling signalling =
                    new Signalling(kernel, choices, blueprint.signalling, server, chronicle);
            Uplinks uplinks = new Uplinks(signalling, wire, chronicle);
            media = MediaPlanes.of(scenario, kernel, choices, cast.paths(), cast::host, chronicle);
            Surroundings world = new Surroundings(
                    kernel, choices, media, uplinks, attendance, epochs, recorder, chronicle);
            attendance.begin(world, signalling);
            faults = new Faults(
                    kernel, signalling, media, server, attendance, world, epochs, chronicle);
            rest = new Rest(
                    kernel,
                    server,
                    recorder,
                    media,
                    blueprint.signalling.heardBeats(),
                    cast,
                    attendance);
            faults.start(drawn.timed(), FaultRules.losses(drawn.losses(), scenario.untilNanos()));
            if (strikes != null) {
                strikes.start();
            }
            pulse.begins(kernel);
        }

        private LobbyUnderTest newLobby(Ids ids) {
            LobbyUnderTest made = blueprint.underTest.create(
                    blueprint.lobby, blueprint.matchmaker, ids, blueprint.turn);
            if (made instanceof Lobby lobby) {
                real.add(lobby);
            }
            return made;
        }

        RunResult run() {
            attendance.start();
            kernel.timer(kernel.startNanos() + scenario.untilNanos(), this, 0, null);
            try {
                return result(drain(), null);
            } catch (LobbyFailure e) {
                chronicle.add(TraceEntry.Kind.EFFECT, Chronicle.SERVER, Chronicle.NOBODY, FAILED);
                return result(null, "event " + kernel.events() + ": " + e.getMessage());
            }
        }

        /** Runs until nothing is left to do; gives the limit that came first, null if none did. */
        private @Nullable String drain() {
            boolean stepped = kernel.step();
            while (stepped) {
                epochs.afterEvent(kernel.events(), kernel.nowNanos());
                stepped = !onlySignsOfLifeAreLeft() && kernel.step();
            }
            faults.over();
            String limitHit = limitHit();
            epochs.settle();
            if (limitHit == null) {
                epochs.now().end(kernel.events(), kernel.nowNanos(), rest.facts());
            }
            return limitHit;
        }

        /** The storm is over: from here on the run only drains. */
        @Override
        public void handle(int what, @Nullable Object data) {
            isCalm = true;
            server.calm();
            if (strikes != null) {
                strikes.stop();
            }
            recorder.until();
            epochs.settle();
            epochs.now().calm(kernel.events(), kernel.nowNanos());
        }

        @Override
        public String describe(int what, @Nullable Object data) {
            return "calm";
        }

        private boolean onlySignsOfLifeAreLeft() {
            long calm = kernel.nowNanos() - kernel.startNanos() - scenario.untilNanos();
            return isCalm && rest.onlySignsOfLifeAreLeft(calm);
        }

        /** Runs as {@link #run} does, and keeps the verdict, the digest and what was reached. */
        Attempt attempt(Reached reached) {
            Steering steering = options.steering();
            if (steering != null && steering.schedule() instanceof StateSchedule looks) {
                StateDigest states = steering.states();
                if (states != null) {
                    looks.begins(new RunState(kernel, this, epochs, states, blueprint.bounds()));
                }
            }
            attendance.start();
            kernel.timer(kernel.startNanos() + scenario.untilNanos(), this, 0, null);
            Attempt.End end;
            Attempt.Failure broke = null;
            try {
                String limitHit = drain();
                end = limitHit == null
                        ? Attempt.End.QUIET
                        : limitHit.equals(STOPPED) ? Attempt.End.STOPPED : Attempt.End.LIMIT;
            } catch (LobbyFailure e) {
                end = Attempt.End.BROKEN;
                broke = new Attempt.Failure(
                        Attempt.Failure.BROKE,
                        kernel.events(),
                        kernel.nowNanos() - kernel.startNanos(),
                        String.valueOf(e.getMessage()));
            }
            real.forEach(reached::add);
            List<Attempt.Failure> failures = epochs.violations(kernel.startNanos());
            if (broke != null) {
                failures.add(broke);
            }
            return new Attempt(failures, end, kernel.events(), chronicle.trace().digest());
        }

        private @Nullable String limitHit() {
            if (kernel.pending() == 0 || onlySignsOfLifeAreLeft()) {
                return null;
            }
            if (kernel.isStopped()) {
                return STOPPED;
            }
            return kernel.events() >= scenario.limits().events() ? "events" : "simulated";
        }

        private RunResult result(@Nullable String limitHit, @Nullable String failure) {
            epochs.settle();
            List<ClaimResult> claims = epochs.results(limitHit != null || failure != null);
            return new RunResult(
                            scenario.name(),
                            ProbeMetrics.ALL,
                            options.seed(),
                            failure == null ? RunResult.verdict(claims) : Verdict.VIOLATED,
                            limitHit,
                            failure,
                            claims,
                            kernel.events(),
                            kernel.nowNanos(),
                            scenario.untilNanos(),
                            blueprint.rttLimitMillis(),
                            recorder.matchRows(),
                            recorder.probeRows(),
                            recorder.personRows(),
                            recorder.waitingAtUntil(),
                            recorder.waitingMax(),
                            recorder.queue(),
                            options.asksForMost()
                                    ? optimum.most(recorder.joined())
                                    : MostMatches.UNKNOWN,
                            recorder.signals(),
                            recorder.signalBytes(),
                            recorder.refusals(),
                            faults.withoutEffect(rules.rules()),
                            List.of(),
                            chronicle.trace())
                    .withStaleChoices(fixed == null ? List.of() : fixed.neverMade());
        }
    }
}
