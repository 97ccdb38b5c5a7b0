package dev.sonde.sim.scenario;

import dev.sonde.sim.kernel.RunLimits;

import java.nio.file.Path;
import java.util.List;

/**
 * All that a scenario file says. Two that are equal give equal runs.
 *
 * <p>What is not said has the default that its {@link Key} states.
 */
public record Scenario(
        @Key(
                value = "name",
                as = As.LINE,
                unset = Key.NONE,
                doc = "What the scenario is called; without it, the file's name.",
                example = "answer-lost")
        String name,

        @Key(
                value = "description",
                as = As.TEXT,
                unset = Key.NONE,
                doc = "What happens in it, in a sentence or two.",
                example = "The first answer is lost.")
        String description,

        @Key(
                value = "seed",
                unset = "1",
                doc = "All chance of the run comes from it.",
                example = "7")
        long seed,

        @Key(
                value = "until",
                unset = "120s",
                min = "1ms",
                doc = "When arrivals and faults stop; then the run drains until nothing is "
                        + "left to do.",
                example = "120s")
        long untilNanos,

        @Key(
                value = "limits",
                unset = "{}",
                doc = "Where a run stops although it is not over; reaching one makes it "
                        + "inconclusive.",
                example = "{events: 50M, simulated: 2h}")
        RunLimits limits,

        @Key(
                value = "protocol",
                as = As.PROTOCOL,
                unset = Scenario.WEBRTC_PROBE,
                doc = "The protocol that the scenario is for, by the name of its pack.")
        String protocol,

        @Key(value = "lobby", unset = "{}", doc = "The coordinator under test.")
        LobbySection lobby,

        @Key(
                value = "network",
                unset = "{}",
                doc = "What lies between people and the server, and between people.")
        NetworkSection network,

        @Key(value = "people", doc = "Who takes part: at least one person or crowd.")
        List<PersonEntry> people,

        @Key(value = "faults", unset = Key.NONE, doc = "What goes wrong, and when.")
        List<FaultEntry> faults,

        @Key(
                value = "explore",
                unset = "{}",
                doc = "How far schedules may stray from the default order.")
        ExploreSection explore,

        @Key(
                value = "schedule",
                unset = "time",
                doc = "In which order events run: that of `time`; or each as soon as it may, the "
                        + "earliest first, `soonest`, but for the choices of a list. A run in "
                        + "which a choice cannot be taken is inconclusive.",
                example = "[{run: \"lobby's deadline\", late: most}]")
        ScheduleSection schedule,

        @Key(
                value = "draws",
                unset = Key.NONE,
                doc = "Chance that does not come from the seed, such as what an exhaustive search "
                        + "chose. A run in which one of these draws is not made is inconclusive.",
                example = "[{draw: ann/cut/to-server, value: 1}]")
        List<FixedDraw> draws,

        @Key(
                value = "goals",
                unset = Key.NONE,
                doc = "What a study wants of its metrics: a bound, `minimise` or `maximise`.",
                example = "{share.matched: \">= 95%\"}")
        List<Goal> goals,

        @Key(value = "expect", unset = "{}", doc = "What has to come out of the run.")
        ExpectSection expect,

        Path folder) {

    /** What a scenario is for that names no protocol. */
    public static final String WEBRTC_PROBE = "webrtc-probe";

    /** The one version of the format there is. */
    public static final int VERSION = 1;

    /**
     * @param folder where files that the scenario names are looked for
     * @throws IllegalArgumentException if there is nobody
     */
    public Scenario {
        people = List.copyOf(people);
        faults = List.copyOf(faults);
        draws = List.copyOf(draws);
        goals = List.copyOf(goals);
        if (people.isEmpty()) {
            throw new KeyException("people", "there is nobody", "add a person, such as {id: ann}");
        }
        long different = draws.stream()
                .map(each -> List.of(each.draw(), each.nth()))
                .distinct()
                .count();
        if (different < draws.size()) {
            throw new KeyException(
                    "draws", "a draw is there twice", "say once what comes out of it");
        }
    }

    /** The same scenario under another name. */
    public Scenario withName(String another) {
        return with(
                another, seed, lobby, network, people, faults, explore, schedule, draws, expect);
    }

    /** The same scenario with another seed. */
    public Scenario withSeed(long another) {
        return with(
                name, another, lobby, network, people, faults, explore, schedule, draws, expect);
    }

    /** The same scenario with another coordinator under test, by its name. */
    public Scenario withUnderTest(String another) {
        LobbySection tested = lobby.withUnderTest(another);
        return with(name, seed, tested, network, people, faults, explore, schedule, draws, expect);
    }

    /**
     * The same scenario with other people. Nothing checks that faults and paths still name them.
     */
    public Scenario withPeople(List<PersonEntry> others) {
        return with(name, seed, lobby, network, others, faults, explore, schedule, draws, expect);
    }

    /** The same scenario on another network. */
    public Scenario withNetwork(NetworkSection another) {
        return with(name, seed, lobby, another, people, faults, explore, schedule, draws, expect);
    }

    /** The same scenario with other faults. */
    public Scenario withFaults(List<FaultEntry> others) {
        return with(name, seed, lobby, network, people, others, explore, schedule, draws, expect);
    }

    /** The same scenario with another order of events. */
    public Scenario withSchedule(ScheduleSection another) {
        return with(name, seed, lobby, network, people, faults, explore, another, draws, expect);
    }

    /** The same scenario with other draws that do not come from the seed. */
    public Scenario withDraws(List<FixedDraw> others) {
        return with(name, seed, lobby, network, people, faults, explore, schedule, others, expect);
    }

    /** The same scenario, explored otherwise. */
    public Scenario withExplore(ExploreSection another) {
        return with(name, seed, lobby, network, people, faults, another, schedule, draws, expect);
    }

    /** The same scenario with other expectations. */
    public Scenario withExpect(ExpectSection another) {
        return with(name, seed, lobby, network, people, faults, explore, schedule, draws, another);
    }

    private Scenario with(
            String name,
            long seed,
            LobbySection lobby,
            NetworkSection network,
            List<PersonEntry> people,
            List<FaultEntry> faults,
            ExploreSection explore,
            ScheduleSection schedule,
            List<FixedDraw> draws,
            ExpectSection expect) {
        return new Scenario(
                name,
                description,
                seed,
                untilNanos,
                limits,
                protocol,
                lobby,
                network,
                people,
                faults,
                explore,
                schedule,
                draws,
                goals,
                expect,
                folder);
    }
}
