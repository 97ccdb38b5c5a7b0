package dev.sonde.sim;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.ExpectSection;
import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Person;
import dev.sonde.sim.scenario.PersonEntry;
import dev.sonde.sim.scenario.PersonEntry.PageInstance;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Storm.Kind;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What exploration adds to a scenario, other things for each seed: faults, clients that behave
 * otherwise, ids that look like numbers.
 *
 * <p>A <em>swarm</em> (Groce et al., Swarm Testing, ISSTA 2012): each kind of fault is left out
 * with probability one half, and the rest has weights of its own, so that kinds which hide one
 * another are also tried apart. A fault happens near an instant where something happens in the
 * plain run, soon after the last fault, or anywhere; and often to whom the last one happened, since
 * misfortunes of one person meet more often than those of many.
 */
final class Swarm {

    private static final String OWNER = "swarm";
    private static final int MOST_WEIGHT = 8;
    private static final long NEAR_NANOS = 1_000_000L;
    private static final long FAR_NANOS = 4_000_000_000L;

    private static final List<Behaviour> BEHAVIOURS = behaviours();

    private final Scenario scenario;
    private final List<String> ids;
    private final long[] instants;
    private final List<Kind> kinds;

    private Swarm(Scenario scenario, List<String> ids, long[] instants) {
        this.scenario = scenario;
        this.ids = ids;
        this.instants = instants;
        boolean packets = scenario.network().detail() == NetworkSection.Detail.PACKET;
        kinds = Stream.of(Kind.values())
                .filter(kind -> packets || !kind.needsPackets())
                .toList();
    }

    /** Runs the scenario once to see when something happens in it. */
    static Swarm around(Blueprint blueprint) {
        Scenario scenario = blueprint.scenario;
        try {
            RunOptions options = new RunOptions(scenario.seed(), true);
            RunResult plain = new Simulation(blueprint).run(options);
            long[] instants = plain.trace().entries().stream()
                    .mapToLong(TraceEntry::atNanos)
                    .filter(at -> at <= scenario.untilNanos())
                    .distinct()
                    .toArray();
            List<String> ids = new ArrayList<>();
            for (PersonEntry entry : scenario.people()) {
                if (entry instanceof Person person) {
                    ids.add(person.id());
                }
            }
            return new Swarm(scenario, List.copyOf(ids), instants);
        } catch (PopulationException e) {
            throw new IllegalStateException(
                    "the scenario cannot be run, which a plain run shows: " + e.getMessage(), e);
        }
    }

    /**
     * The scenario with what this seed adds written out. What is expected of the scenario's plain
     * run is not expected of it.
     */
    Scenario added(long seed) {
        if (ids.isEmpty()) {
            return scenario;
        }
        SeededChoices choices = new SeededChoices(seed);
        Draws shapes = choices.draws(OWNER, "people", "");
        Scenario variant = scenario.withExpect(ExpectSection.DEFAULT);
        if (shapes.chance(0.5)) {
            variant = variant.withPeople(otherPages(variant.people(), shapes));
        }
        List<String> names = ids;
        if (shapes.chance(0.1) && Renaming.fits(variant)) {
            Renaming renaming = Renaming.draw(ids, shapes);
            variant = renaming.of(variant);
            names = renaming.names();
        }
        return withFaults(variant, names, choices.draws(OWNER, "fault", ""));
    }

    private static List<PersonEntry> otherPages(List<PersonEntry> people, Draws draws) {
        List<PersonEntry> others = new ArrayList<>(people);
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i) instanceof Person person && draws.chance(0.3)) {
                Behaviour behaviour = BEHAVIOURS.get((int) draws.below(BEHAVIOURS.size()));
                others.set(
                        i,
                        person.withPage(
                                behaviour.wireName(),
                                draws.chance(0.8) ? person.instance() : PageInstance.NONE));
            }
        }
        return others;
    }

    private Scenario withFaults(Scenario variant, List<String> names, Draws draws) {
        long count = draws.below(scenario.explore().faults() + 1L);
        if (count == 0) {
            return variant;
        }
        int[] weights = weights(draws);
        FaultDraws how = new FaultDraws(draws, scenario.untilNanos());
        List<FaultEntry> faults = new ArrayList<>(variant.faults());
        long last = -1;
        String victim = how.one(names);
        boolean isOneDead = false;
        for (int i = 0; i < count; i++) {
            Kind kind = pick(weights, draws);
            if (kind == null || (kind == Kind.DIE && isOneDead)) {
                continue;
            }
            isOneDead |= kind == Kind.DIE;
            if (draws.chance(0.5)) {
                victim = how.one(names);
            }
            if (kind == Kind.DROP || kind == Kind.DELAY || kind == Kind.REPEAT) {
                faults.add(how.message(kind, draws.chance(0.7) ? victim : ""));
            } else {
                last = instant(last, how, draws);
                faults.add(
                        kind == Kind.LOSE
                                ? how.lose(last, victim, names)
                                : how.timed(kind, last, victim, names));
            }
        }
        return variant.withFaults(faults);
    }

    private int[] weights(Draws draws) {
        int[] weights = new int[kinds.size()];
        long in = draws.below(1L << kinds.size());
        for (int i = 0; i < weights.length; i++) {
            boolean isIn = ((in >> i) & 1) != 0;
            weights[i] = isIn ? 1 + (int) draws.below(MOST_WEIGHT) : 0;
        }
        return weights;
    }

    private @Nullable Kind pick(int[] weights, Draws draws) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        long drawn = sum == 0 ? 0 : draws.below(sum);
        for (int i = 0; i < weights.length; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return kinds.get(i);
            }
        }
        return null;
    }

    private long instant(long last, FaultDraws how, Draws draws) {
        long until = scenario.untilNanos();
        long at;
        switch ((int) draws.below(last < 0 ? 3 : 5)) {
            case 0 -> at = draws.below(until + 1);
            case 1, 2 -> {
                at = instants[(int) draws.below(instants.length)];
                if (draws.chance(0.7)) {
                    long off = how.logUniform(NEAR_NANOS, FAR_NANOS);
                    at += draws.chance(0.5) ? off : -off;
                }
            }
            default -> at = last + how.logUniform(NEAR_NANOS, 4 * FAR_NANOS);
        }
        return Math.max(0, Math.min(until, at));
    }

    /** All but one that makes runs twenty times as long. */
    private static List<Behaviour> behaviours() {
        List<Behaviour> all = new ArrayList<>(List.of(Behaviour.values()));
        all.remove(Behaviour.HONEST);
        all.remove(Behaviour.SPAMMER);
        return List.copyOf(all);
    }
}
