package dev.sonde.sim.population;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.scenario.Scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who takes part in a run, and where they are. Nothing in it changes during a run, so runs in which
 * the same people take part may share it.
 */
public final class Cast {

    private final List<Participant> people;
    private final Paths paths;
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    /** @throws PopulationException if two people of the scenario have one id */
    public Cast(Scenario scenario, Profiles profiles, Choices choices) throws PopulationException {
        people = List.copyOf(Population.of(scenario, profiles, choices));
        paths = Places.of(scenario, people, choices);
        for (Participant participant : people) {
            Host host = participant.spec().host();
            hosts.put(host.person(), host);
        }
    }

    /** Who takes part, in the order of the scenario. */
    public List<Participant> people() {
        return people;
    }

    /** How far they are apart. */
    public Paths paths() {
        return paths;
    }

    /** The machine of somebody who takes part. */
    public Host host(String person) {
        Host host = hosts.get(person);
        if (host == null) {
            throw new IllegalArgumentException("nobody is called '" + person + "'");
        }
        return host;
    }
}
