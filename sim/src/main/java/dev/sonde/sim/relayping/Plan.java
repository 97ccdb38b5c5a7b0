package dev.sonde.sim.relayping;

import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.population.Countable;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.population.Profiles;
import dev.sonde.sim.scenario.LobbySection;
import dev.sonde.sim.scenario.MatchmakerSection;
import dev.sonde.sim.scenario.ProbeSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.WaitingSection;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * What a scenario comes to before any chance.
 *
 * @param assumed what the bounds of a search say beside what the scenario does
 */
record Plan(
        Scenario scenario,
        Profiles profiles,
        Settings settings,
        Function<Settings, Coordinator> made,
        String assumed) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** @throws PackException if the scenario asks for what this protocol does not have */
    static Plan of(Scenario scenario) throws PackException {
        LobbySection lobby = scenario.lobby();
        MatchmakerSection matchmaker = lobby.matchmaker();
        if (!matchmaker.type().equals("fifo") || matchmaker.maxP2pRttNanos().isEmpty()) {
            throw new PackException("relay-ping pairs people in the order in which they join, up"
                    + " to a limit; write matchmaker: {type: fifo, max-p2p-rtt: 100ms}");
        }
        if (matchmaker.groupSize() != 2 || matchmaker.maxServerRttNanos().isPresent()) {
            throw new PackException("relay-ping matches two people by their estimate alone; leave"
                    + " out group-size and max-server-rtt");
        }
        ProbeSection probe = lobby.probe();
        ProbeSection unset = LobbySection.DEFAULT.probe();
        WaitingSection waiting = LobbySection.DEFAULT.waiting();
        boolean heeded = probe.settleNanos() == unset.settleNanos()
                && probe.results() == unset.results()
                && probe.combine() == unset.combine()
                && probe.graceNanos() == unset.graceNanos()
                && lobby.waiting().equals(waiting);
        if (!heeded) {
            throw new PackException("of lobby, relay-ping heeds under-test, matchmaker,"
                    + " probe.preparing and probe.timeout; leave out the rest");
        }
        if (!scenario.draws().isEmpty()) {
            throw new PackException("all chance of relay-ping is the seed's; leave out draws");
        }
        if (!scenario.explore().strikes().none()) {
            throw new PackException(
                    "relay-ping has no strikes; name faults, or leave them to" + " exploration");
        }
        Misfortunes.check(scenario.faults());
        Settings settings = new Settings(
                probe.preparingNanos(),
                probe.timeoutNanos(),
                matchmaker.maxP2pRttNanos().getAsLong());
        return new Plan(
                scenario,
                profiles(scenario),
                settings,
                Broken.entry(lobby.underTest()).made(),
                "");
    }

    Coordinator coordinator() {
        return made.apply(settings);
    }

    double limitMillis() {
        return settings.limitNanos() / NANOS_PER_MILLI;
    }

    /** A run of this plan, or of what a seed has made of it. */
    Run run(Scenario played, long seed, @Nullable Schedule schedule, boolean records)
            throws PopulationException {
        return new Run(this, played, seed, schedule, records);
    }

    /** The same for what exploration has made of its scenario. */
    Plan with(Scenario played) {
        return new Plan(played, profiles, settings, made, assumed);
    }

    /** The same for a search that counts states. */
    Plan countable() {
        Scenario countable = Countable.of(scenario);
        boolean sameDelays = countable.network().equals(scenario.network());
        return new Plan(
                countable, profiles(countable), settings, made, sameDelays ? "" : Countable.WORDS);
    }

    private static Profiles profiles(Scenario scenario) {
        return new Profiles(scenario.network().profiles(), scenario.folder());
    }

    /** How far schedules may stray, in words. */
    String bounds() {
        return ", timers late by up to " + millis(scenario.explore().lateness().maxNanos())
                + ", messages by up to " + millis(scenario.explore().slack().maxNanos())
                + assumed;
    }

    private static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }
}
