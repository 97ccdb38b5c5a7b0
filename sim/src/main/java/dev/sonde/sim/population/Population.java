package dev.sonde.sim.population;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.peer.PersonSpec;
import dev.sonde.sim.scenario.AfterMatch;
import dev.sonde.sim.scenario.Arrivals;
import dev.sonde.sim.scenario.Crowd;
import dev.sonde.sim.scenario.Mix;
import dev.sonde.sim.scenario.Person;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.Scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Turns the entries of a scenario into people, crowds by drawing. */
public final class Population {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String TRAITS = "traits";

    private final Scenario scenario;
    private final Profiles profiles;
    private final Choices choices;
    private final List<Participant> participants = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();

    private Population(Scenario scenario, Profiles profiles, Choices choices) {
        this.scenario = scenario;
        this.profiles = profiles;
        this.choices = choices;
    }

    /**
     * All people, in the order of the scenario; a crowd's in the order of their arrival.
     *
     * @throws PopulationException if two people of different entries have one id
     */
    public static List<Participant> of(Scenario scenario, Profiles profiles, Choices choices)
            throws PopulationException {
        Population population = new Population(scenario, profiles, choices);
        for (PersonEntry entry : scenario.people()) {
            if (entry instanceof Person person) {
                population.add(person);
            } else if (entry instanceof Crowd crowd) {
                population.add(crowd);
            }
        }
        return population.participants;
    }

    /**
     * True if nothing about these people and their paths is drawn, so that they are the same in
     * every run.
     */
    public static boolean isFixed(Scenario scenario) {
        if (!scenario.network().pairRtts().isEmpty()) {
            return false;
        }
        for (PersonEntry entry : scenario.people()) {
            if (!(entry instanceof Person person) || !Times.isFixed(person.patience())) {
                return false;
            }
        }
        return true;
    }

    private void add(Person person) throws PopulationException {
        PersonSpec spec = PersonSpec.of(
                        new SubjectId(person.id()),
                        host(person.id(), person.profile(), person.lan()))
                .behaviour(behaviour(person.behaviour(), person.client()))
                .joinNanos(person.joinsNanos())
                .leaveNanos(orNever(person.leavesNanos()))
                .patienceNanos(
                        orNever(Times.draw(person.patience(), traits(person.id(), "patience"))))
                .afterMatchLeaveNanos(afterMatch(person.afterMatch()))
                .returnAfterNanos(orNever(person.returnsNanos()))
                .serverRttMillis(millis(person.serverRttNanos()))
                .groupHistory(person.history().stream().map(SubjectId::new).toList())
                .namesPages(person.instance() == PersonEntry.PageInstance.PAGE)
                .usesTurn(person.turn())
                .clockDriftPpm((int) person.clockDriftPpm())
                .build();
        add(new Participant(spec, person.id(), person.region()));
    }

    private void add(Crowd crowd) throws PopulationException {
        List<Arrivals.Arrival> arrivals = crowd.arrivals() instanceof Arrivals.Recorded recorded
                ? recorded.people()
                : drawn(crowd);
        Histories histories = new Histories(
                arrivals.stream().map(Arrivals.Arrival::id).toList(),
                (int) crowd.playedIn(),
                choices);
        for (Arrivals.Arrival arrival : arrivals) {
            add(crowd, arrival, histories.of(arrival.id()));
        }
    }

    private List<Arrivals.Arrival> drawn(Crowd crowd) {
        long until = Math.min(scenario.untilNanos(), crowd.untilNanos().orElse(Long.MAX_VALUE));
        ArrivalTimes times = new ArrivalTimes(
                choices.draws(crowd.name(), "crowd", "arrivals"),
                until,
                crowd.count().orElse(Long.MAX_VALUE));
        long number = 1;
        List<Arrivals.Arrival> arrivals = new ArrayList<>();
        for (long atNanos : times.draw(crowd.arrivals(), crowd.fromNanos())) {
            arrivals.add(
                    new Arrivals.Arrival(crowd.idOf(number++), atNanos, "", OptionalLong.empty()));
        }
        return arrivals;
    }

    /** One of a crowd; what the arrival does not say is drawn. */
    private void add(Crowd crowd, Arrivals.Arrival arrival, List<SubjectId> history)
            throws PopulationException {
        String id = arrival.id();
        String network = arrival.profile().isEmpty()
                ? pick(crowd.mix(), traits(id, "profile"))
                : arrival.profile();
        String behaviour = pick(crowd.behaviour(), traits(id, "behaviour"));
        OptionalLong serverRtt = arrival.serverRttNanos().isPresent()
                ? arrival.serverRttNanos()
                : Times.draw(crowd.serverRtt(), traits(id, "server-rtt"));
        PersonSpec spec = PersonSpec.of(new SubjectId(id), host(id, network, crowd.lan()))
                .behaviour(behaviour(behaviour, crowd.client()))
                .joinNanos(arrival.atNanos())
                .patienceNanos(orNever(Times.draw(crowd.patience(), traits(id, "patience"))))
                .afterMatchLeaveNanos(afterMatch(crowd.afterMatch()))
                .returnAfterNanos(orNever(crowd.returnsNanos()))
                .serverRttMillis(millis(serverRtt))
                .groupHistory(history)
                .namesPages(crowd.instance() == PersonEntry.PageInstance.PAGE)
                .usesTurn(crowd.turn())
                .clockDriftPpm((int) crowd.clockDriftPpm())
                .build();
        add(new Participant(spec, crowd.name(), pick(crowd.region(), traits(id, "region"))));
    }

    private void add(Participant participant) throws PopulationException {
        String id = participant.spec().subject().value();
        if (!ids.add(id)) {
            throw new PopulationException("two people are called '" + id
                    + "': give one of them, or the ids of a crowd, another name");
        }
        participants.add(participant);
    }

    private Draws traits(String id, String label) {
        return choices.draws(id, TRAITS, label);
    }

    private Host host(String id, String profile, String lan) {
        return new Host(id, profiles.find(profile), lan.isEmpty() ? profiles.lanOf(profile) : lan);
    }

    private static Behaviour behaviour(String wireName, PersonEntry.Client client) {
        Behaviour behaviour = Behaviour.ofWireName(wireName);
        if (behaviour == null) {
            throw new IllegalArgumentException("no behaviour is called '" + wireName + "'");
        }
        boolean modern = behaviour == Behaviour.HONEST && client == PersonEntry.Client.MODERN;
        return modern ? Behaviour.MODERN : behaviour;
    }

    /** One word of a mix, by its share; the empty word of an empty one. */
    private static String pick(Mix mix, Draws draws) {
        List<Mix.Part> parts = mix.parts();
        if (parts.isEmpty()) {
            return "";
        }
        long drawn = parts.size() == 1 ? 0 : draws.below(Mix.WHOLE_PPM);
        for (Mix.Part part : parts) {
            drawn -= part.sharePpm();
            if (drawn < 0) {
                return part.word();
            }
        }
        return parts.get(parts.size() - 1).word();
    }

    private static long afterMatch(AfterMatch afterMatch) {
        return afterMatch instanceof AfterMatch.Leaves leaves
                ? leaves.afterNanos()
                : PersonSpec.NEVER;
    }

    private static long orNever(OptionalLong nanos) {
        return nanos.orElse(PersonSpec.NEVER);
    }

    private static OptionalDouble millis(OptionalLong nanos) {
        return nanos.isPresent()
                ? OptionalDouble.of(nanos.getAsLong() / NANOS_PER_MILLI)
                : OptionalDouble.empty();
    }
}
