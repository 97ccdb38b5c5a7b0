package dev.sonde.sim;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.GroupReunion;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.PauseConfig;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ResultPolicy;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.network.SignallingSettings;
import dev.sonde.sim.oracle.OracleSettings;
import dev.sonde.sim.population.Cast;
import dev.sonde.sim.population.Countable;
import dev.sonde.sim.population.Population;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.population.Profiles;
import dev.sonde.sim.scenario.LobbySection;
import dev.sonde.sim.scenario.MatchmakerSection;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.ProbeSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.WaitingSection;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a scenario comes to before any chance: settings of all parts, the same for every seed. */
final class Blueprint {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final TurnCredentialSource SIMULATED_TURN = (subject, nowNanos) ->
            new TurnCredentials("sim:" + subject.value(), "simulated", List.of());

    final Scenario scenario;
    final Matchmaker matchmaker;
    final LobbyConfig lobby;
    final OracleSettings oracle;
    final SignallingSettings signalling;
    final Profiles profiles;
    final LobbyProvider underTest;
    private volatile @Nullable Swarm swarm;
    final Wire wire;
    final TurnCredentialSource turn;

    /** What is owed where a schedule decides: everything, as much later as timers may be. */
    final OracleSettings oracleOfLateTimers;

    private final @Nullable Cast cast;
    private final UnderTest tested;
    private final String assumed;

    /** @throws UnderTestException if the coordinator or the matchmaker cannot be found */
    Blueprint(Scenario scenario, UnderTest tested) throws UnderTestException {
        this(scenario, tested, "");
    }

    /** @param assumed what the bounds of a search say beside what the scenario does */
    private Blueprint(Scenario scenario, UnderTest tested, String assumed)
            throws UnderTestException {
        this.scenario = scenario;
        this.tested = tested;
        this.assumed = assumed;
        this.matchmaker = matchmaker(scenario.lobby().matchmaker(), tested);
        this.lobby = lobby(scenario.lobby());
        this.oracle = oracle(scenario.lobby(), matchmaker, lobby);
        this.signalling = signalling(scenario.network(), matchmaker)
                .withSlackNanos(scenario.explore().slack().maxNanos());
        this.profiles = new Profiles(scenario.network().profiles(), scenario.folder());
        this.underTest = tested.lobby(scenario.lobby().underTest());
        this.wire = scenario.network().wire() == NetworkSection.Wire.ENCODED
                ? new Wire.Encoded()
                : new Wire.ByReference();
        this.turn = scenario.network().turn().on() ? SIMULATED_TURN : TurnCredentialSource.NONE;
        this.oracleOfLateTimers = oracle.withLatenessNanos(latenessNanos());
        this.cast = fixedCast(scenario, profiles);
    }

    /** The cast of every run; null if it is drawn for each, or cannot be made, as each will say. */
    private static @Nullable Cast fixedCast(Scenario scenario, Profiles profiles) {
        try {
            return Population.isFixed(scenario)
                    ? new Cast(scenario, profiles, new SeededChoices(scenario.seed()))
                    : null;
        } catch (PopulationException everyRunSaysSo) {
            return null;
        }
    }

    /** The cast of a run of this scenario, or of one that exploration has made of it. */
    @SuppressWarnings("ReferenceEquality") // Unchanged people are the same list; equals is slow.
    Cast cast(Scenario played, Choices choices) throws PopulationException {
        return cast != null && played.people() == scenario.people()
                ? cast
                : new Cast(played, profiles, choices);
    }

    /** How far schedules may stray, in words. */
    String bounds() {
        return ", timers late by up to " + millis(scenario.explore().lateness().maxNanos())
                + ", messages by up to " + millis(scenario.explore().slack().maxNanos())
                + assumed
                + scenario.explore().strikes();
    }

    /** For a search that counts schedules; see {@link Countable}. */
    Blueprint countable() {
        Scenario countable = Countable.of(scenario);
        boolean sameDelays = countable.network().equals(scenario.network());
        return countable.equals(scenario)
                ? this
                : with(countable, sameDelays ? "" : Countable.WORDS);
    }

    /** For another scenario with the same lobby and the same matchmaker. */
    Blueprint with(Scenario another) {
        return with(another, assumed);
    }

    private Blueprint with(Scenario another, String assuming) {
        try {
            return new Blueprint(another, tested, assuming);
        } catch (UnderTestException e) {
            throw new IllegalStateException("what was found before is not there now", e);
        }
    }

    private static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }

    /** How late timers may be where a schedule decides. */
    long latenessNanos() {
        return scenario.explore().lateness().maxNanos();
    }

    /** What explorers add; worked out at the first call, the same on every thread. */
    Swarm swarm() {
        Swarm known = swarm;
        if (known == null) {
            known = Swarm.around(this);
            swarm = known;
        }
        return known;
    }

    /** The limit of a match's measured pairs, NaN if none is set. */
    double rttLimitMillis() {
        return matchmaker.maxP2pRttMillis().orElse(Double.NaN);
    }

    private static Matchmaker matchmaker(MatchmakerSection section, UnderTest tested)
            throws UnderTestException {
        OptionalDouble limit = millis(section.maxP2pRttNanos());
        return switch (section.type()) {
            case "fifo" -> new Fifo(limit);
            case "latency-fifo" ->
                new LatencyFifo(millis(section.maxServerRttNanos()).orElseThrow(), limit);
            case "group-reunion" -> new GroupReunion(section.fallbackToFifo(), limit);
            default -> ofUser(section, tested);
        };
    }

    /** Limits that nobody heeds would be mistaken for limits. */
    private static Matchmaker ofUser(MatchmakerSection section, UnderTest tested)
            throws UnderTestException {
        Matchmaker made = tested.matchmaker(section.type());
        if (section.maxP2pRttNanos().isPresent() || section.maxServerRttNanos().isPresent()) {
            throw new UnderTestException("the matchmaker " + section.type()
                    + " has limits of its own; leave out max-p2p-rtt and max-server-rtt");
        }
        return made;
    }

    private static OptionalDouble millis(OptionalLong nanos) {
        return nanos.isPresent()
                ? OptionalDouble.of(nanos.getAsLong() / NANOS_PER_MILLI)
                : OptionalDouble.empty();
    }

    private static LobbyConfig lobby(LobbySection section) {
        ProbeSection probe = section.probe();
        WaitingSection waiting = section.waiting();
        PresenceConfig presence = new PresenceConfig(
                probe.graceNanos(),
                Math.max(probe.graceNanos(), waiting.graceNanos()),
                PresenceConfig.DEFAULT.burstEvents(),
                PresenceConfig.DEFAULT.eventsPerSecond());
        ProbeConfig limits = new ProbeConfig(
                probe.timeoutNanos(),
                probe.preparingNanos(),
                probe.settleNanos(),
                results(probe),
                ProbeConfig.DEFAULT.signalsPerSide(),
                ProbeConfig.DEFAULT.signalBytesPerSide(),
                ProbeConfig.DEFAULT.rememberedNanos(),
                ProbeConfig.DEFAULT.rememberedProbes());
        return new LobbyConfig(section.pool(), presence, limits, waiting(section), false);
    }

    private static ResultPolicy results(ProbeSection probe) {
        if (probe.results() == ProbeSection.Results.FIRST) {
            return ResultPolicy.FIRST;
        }
        return switch (probe.combine()) {
            case MEAN -> ResultPolicy.BOTH_MEAN;
            case MAX -> ResultPolicy.BOTH_MAX;
            case MIN -> ResultPolicy.BOTH_MIN;
        };
    }

    private static WaitingConfig waiting(LobbySection section) {
        WaitingSection waiting = section.waiting();
        WaitingConfig unsaid = WaitingConfig.DEFAULT;
        return new WaitingConfig(
                section.matchmaker().groupSize(),
                waiting.timeNanos(),
                waiting.holdNanos(),
                unsaid.askAgainNanos(),
                unsaid.drainAfterOtherNanos(),
                unsaid.drainAfterStartNanos(),
                section.probe().timeoutNanos(),
                unsaid.heardWithinNanos(),
                unsaid.reuseNanos(),
                unsaid.stateEveryNanos(),
                unsaid.stateUpTo(),
                unsaid.capacity(),
                pauses(waiting.pause()));
    }

    /** The longest pauses stay in proportion to the first ones: ten times, and four times. */
    private static PauseConfig pauses(WaitingSection.PauseSection pause) {
        return new PauseConfig(
                pause.overLimitNanos(),
                10 * pause.overLimitNanos(),
                PauseConfig.DEFAULT.nearFactor(),
                Math.min(PauseConfig.DEFAULT.failedPreparingNanos(), pause.failedNanos()),
                pause.failedNanos(),
                4 * pause.failedNanos());
    }

    private static OracleSettings oracle(
            LobbySection section, Matchmaker matchmaker, LobbyConfig lobby) {
        ProbeSection probe = section.probe();
        PauseConfig pauses = lobby.waiting().pauses();
        return new OracleSettings(
                lobby.waiting().groupSize(),
                matchmaker,
                policy(lobby.probe().results()),
                new OracleSettings.ProbeTimes(
                        probe.timeoutNanos(),
                        probe.preparingNanos(),
                        probe.settleNanos(),
                        probe.graceNanos()),
                new OracleSettings.WaitingTimes(
                        lobby.waiting().timeNanos(),
                        lobby.presence().graceNanos(),
                        lobby.waiting().holdNanos()),
                new OracleSettings.Pauses(
                        pauses.overLimitNanos(),
                        pauses.overLimitMostNanos(),
                        pauses.failedPreparingNanos(),
                        pauses.failedNanos(),
                        pauses.failedMostNanos()),
                OracleSettings.Bounds.DEFAULT,
                0);
    }

    private static dev.sonde.sim.oracle.ResultPolicy policy(ResultPolicy policy) {
        return switch (policy) {
            case FIRST -> dev.sonde.sim.oracle.ResultPolicy.FIRST;
            case BOTH_MEAN -> dev.sonde.sim.oracle.ResultPolicy.MEAN;
            case BOTH_MAX -> dev.sonde.sim.oracle.ResultPolicy.MAX;
            case BOTH_MIN -> dev.sonde.sim.oracle.ResultPolicy.MIN;
        };
    }

    private static SignallingSettings signalling(NetworkSection network, Matchmaker matchmaker) {
        return SignallingSettings.DEFAULT
                .withHeartbeat(
                        network.heartbeat().pingNanos(), network.heartbeat().timeoutNanos())
                // Signs of life are owed only where matches are made without measuring.
                .withHeardBeats(matchmaker.maxP2pRttMillis().isEmpty());
    }
}
