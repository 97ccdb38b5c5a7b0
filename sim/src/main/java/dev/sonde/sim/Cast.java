package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.population.Population;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.population.Profiles;
import dev.sonde.sim.scenario.Scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who takes part in a run, and where they are. Nothing in it changes during a run, so runs in which
 * the same people take part may share it.
 */
final class Cast {

    final List<Participant> people;
    final Paths paths;
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    /** @throws PopulationException if two people of the scenario have one id */
    Cast(Scenario scenario, Profiles profiles, Choices choices) throws PopulationException {
        people = List.copyOf(Population.of(scenario, profiles, choices));
        paths = Places.of(scenario, people, choices);
        for (Participant participant : people) {
            Host host = participant.spec().host();
            hosts.put(host.person(), host);
        }
    }

    /** The machine of somebody who takes part. */
    Host host(String person) {
        Host host = hosts.get(person);
        if (host == null) {
            throw new IllegalArgumentException("nobody is called '" + person + "'");
        }
        return host;
    }
}
