package dev.sonde.sim;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.PathEntry;
import dev.sonde.sim.scenario.Person;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.Scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives people ids that look like numbers, which browsers compare in their own way. */
final class Renaming {

    /** Several of one value, several of none, and some that mean more than they seem to. */
    private static final List<String> ODD_IDS = List.of(
            "7",
            "07",
            "7.0",
            "0x7",
            "1e3",
            "1000",
            "0x10",
            "16",
            "1e999",
            "2e999",
            "-0",
            "0",
            "10",
            "9",
            "a9",
            "A9",
            "NaN",
            "Infinity",
            ".5",
            "0.5");

    private final Map<String, String> names = new LinkedHashMap<>();

    private Renaming() {}

    /** True if all who are named can be named otherwise. */
    static boolean fits(Scenario scenario) {
        return scenario.faults().isEmpty()
                && scenario.draws().isEmpty()
                && scenario.people().size() <= ODD_IDS.size()
                && scenario.people().stream().allMatch(Person.class::isInstance);
    }

    static Renaming draw(List<String> ids, Draws draws) {
        Renaming renaming = new Renaming();
        List<String> left = new ArrayList<>(ODD_IDS);
        for (String id : ids) {
            renaming.names.put(id, left.remove((int) draws.below(left.size())));
        }
        return renaming;
    }

    /** The new names, in the order of the old ones. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    Scenario of(Scenario scenario) {
        List<PersonEntry> people = new ArrayList<>();
        for (PersonEntry entry : scenario.people()) {
            Person person = (Person) entry;
            people.add(person.withId(name(person.id()), names(person.history())));
        }
        NetworkSection network = scenario.network();
        List<PathEntry> paths = new ArrayList<>();
        for (PathEntry path : network.paths()) {
            paths.add(of(path));
        }
        return scenario.withPeople(people).withNetwork(network.withPaths(paths));
    }

    private PathEntry of(PathEntry path) {
        if (path instanceof PathEntry.Between between) {
            return new PathEntry.Between(names(between.people()), between.rttNanos());
        }
        PathEntry.OneWay way = (PathEntry.OneWay) path;
        return new PathEntry.OneWay(name(way.from()), name(way.to()), way.delayNanos());
    }

    private List<String> names(List<String> old) {
        return old.stream().map(this::name).toList();
    }

    private String name(String old) {
        return names.getOrDefault(old, old);
    }
}
