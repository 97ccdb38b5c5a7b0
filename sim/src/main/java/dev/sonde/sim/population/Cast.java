package dev.sonde.sim.population;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;

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
    private final Map<String, Participant> byId = new LinkedHashMap<>();

    /** @throws PopulationException if two people of the scenario have one id */
    public Cast(Scenario scenario, Profiles profiles, Choices choices) throws PopulationException {
        people = List.copyOf(Population.of(scenario, profiles, choices));
        paths = Places.of(scenario, people, choices);
        for (Participant participant : people) {
            byId.put(participant.spec().host().person(), participant);
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

    /** Who has this id; null for one that nobody has. */
    public @Nullable Participant find(String person) {
        return byId.get(person);
    }

    /** The machine of somebody who takes part. */
    public Host host(String person) {
        Participant found = byId.get(person);
        if (found == null) {
            throw new IllegalArgumentException("nobody is called '" + person + "'");
        }
        return found.spec().host();
    }
}
