package dev.sonde.sim;

import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.network.Rule;
import dev.sonde.sim.network.Rules;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.oracle.ClaimResult;
import dev.sonde.sim.oracle.EndFacts;
import dev.sonde.sim.oracle.Verdict;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.peer.Person;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.population.Population;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a scenario: the lobby under test in a simulated world, from the first arrival until
 * nothing is left to do, judged by every claim.
 *
 * <p>A function of scenario, seed and version: the same result on every machine.
 */
public final class Simulation {

    /** The message may hold what differs between machines, so it is no part of the digest. */
    private static final String FAILED = "the lobby under test failed";

    private final Blueprint blueprint;

    /** @throws UnderTestException if the scenario's coordinator or matchmaker cannot be found */
    public Simulation(Scenario scenario) throws UnderTestException {
        this.blueprint = new Blueprint(scenario);
    }

    /**
     * Runs once. Runs of one simulation share nothing that changes.
     *
     * @throws PopulationException if two people of the scenario have one id
     */
    public RunResult run(RunOptions options) throws PopulationException {
        return new Run(blueprint, options).run();
    }

    /** Everything of one run. */
    private static final class Run implements EventHandler {

        private final Blueprint blueprint;
        private final Scenario scenario;
        private final RunOptions options;
        private final Kernel kernel;
        private final Epochs epochs;
        private final Recorder recorder;
        private final Chronicle chronicle;
        private final MediaPlane media;
        private final ServerDriver server;
        private final Rules rules;
        private final Faults faults;
        private final Map<SubjectId, Person> people = new LinkedHashMap<>();
        private boolean isCalm;

        Run(Blueprint blueprint, RunOptions options) throws PopulationException {
            this.blueprint = blueprint;
            this.scenario = blueprint.scenario;
            this.options = options;
            kernel = Kernel.timeFaithful(scenario.limits());
            Choices choices = new SeededChoices(options.seed());
            List<Participant> population = Population.of(scenario, blueprint.profiles, choices);
            epochs = new Epochs(blueprint.oracle);
            recorder = new Recorder(population);
            Wire wire = scenario.network().wire() == NetworkSection.Wire.ENCODED
                    ? new Wire.Encoded()
                    : new Wire.ByReference();
            Trace trace = new Trace(new ProbeLexicon(), options.recordsTrace());
            chronicle = new Chronicle(kernel, wire, trace);
            Storms.Drawn drawn = Storms.of(scenario, population, choices);
            List<Rule> ofMessages = new ArrayList<>(FaultRules.of(scenario.faults()));
            ofMessages.addAll(drawn.rules());
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
            server.listenOn(uplinks);
            Map<String, Host> hosts = new LinkedHashMap<>();
            Paths paths = Places.of(scenario, population);
            media = MediaPlanes.of(scenario, kernel, choices, paths, hosts::get, chronicle);
            Surroundings world =
                    new Surroundings(kernel, choices, media, uplinks, epochs, recorder, chronicle);
            for (Participant participant : population) {
                Host host = participant.spec().host();
                hosts.put(host.person(), host);
                signalling.addPerson(host.person(), host.profile());
                people.put(participant.spec().subject(), new Person(world, participant.spec()));
            }
            faults = new Faults(kernel, signalling, media, server, people, epochs, chronicle);
            faults.start(drawn.timed());
        }

        private LobbyUnderTest newLobby(Ids ids) {
            TurnCredentialSource turn = scenario.network().turn().on()
                    ? (subject, now) ->
                            new TurnCredentials("sim:" + subject.value(), "simulated", List.of())
                    : TurnCredentialSource.NONE;
            return blueprint.underTest.create(blueprint.lobby, blueprint.matchmaker, ids, turn);
        }

        RunResult run() {
            people.values().forEach(Person::start);
            kernel.timer(scenario.untilNanos(), this, 0, null);
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
                epochs.now().afterEvent(kernel.events(), kernel.nowNanos());
                stepped = !onlySignsOfLifeAreLeft() && kernel.step();
            }
            String limitHit = limitHit();
            if (limitHit == null) {
                epochs.now().end(kernel.events(), kernel.nowNanos(), endFacts());
            }
            return limitHit;
        }

        /** The storm is over: from here on the run only drains. */
        @Override
        public void handle(int what, @Nullable Object data) {
            isCalm = true;
            recorder.until();
            epochs.now().calm(kernel.events(), kernel.nowNanos());
        }

        @Override
        public String describe(int what, @Nullable Object data) {
            return "calm";
        }

        /** Connections that are heard of for ever would keep a run without limit from ending. */
        private boolean onlySignsOfLifeAreLeft() {
            return isCalm
                    && blueprint.signalling.heardBeats()
                    && recorder.nobodyWaits()
                    && kernel.pending() <= server.openConnections()
                    && server.lobby().nextDeadlineNanos() == LobbyUnderTest.NO_DEADLINE;
        }

        private @Nullable String limitHit() {
            if (kernel.pending() == 0 || onlySignsOfLifeAreLeft()) {
                return null;
            }
            return kernel.events() >= scenario.limits().events() ? "events" : "simulated";
        }

        private EndFacts endFacts() {
            List<SubjectId> connected = people.values().stream()
                    .filter(Person::isConnected)
                    .map(Person::subject)
                    .toList();
            int open = media.openConnections(
                    person -> closesItsConnections(people.get(new SubjectId(person))));
            int unused = (int) people.values().stream()
                    .filter(person -> closesItsConnections(person) && person.holdsUnused())
                    .count();
            return new EndFacts(server.lobby().snapshot().orElse(null), open - unused, connected);
        }

        private static boolean closesItsConnections(@Nullable Person person) {
            return person != null && person.spec().behaviour().closesItsConnections();
        }

        private RunResult result(@Nullable String limitHit, @Nullable String failure) {
            List<ClaimResult> claims = epochs.results(limitHit != null || failure != null);
            return new RunResult(
                    scenario.name(),
                    options.seed(),
                    failure == null ? verdict(claims) : Verdict.VIOLATED,
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
                    recorder.signals(),
                    recorder.signalBytes(),
                    recorder.refusals(),
                    faults.withoutEffect(rules.rules()),
                    chronicle.trace());
        }

        private static Verdict verdict(List<ClaimResult> claims) {
            Verdict verdict = Verdict.HELD;
            for (ClaimResult claim : claims) {
                if (claim.verdict() == Verdict.VIOLATED) {
                    return Verdict.VIOLATED;
                }
                if (claim.verdict() == Verdict.INCONCLUSIVE) {
                    verdict = Verdict.INCONCLUSIVE;
                }
            }
            return verdict;
        }
    }
}
