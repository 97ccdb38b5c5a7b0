package dev.sonde.sim;

import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Reach;
import dev.sonde.sim.outcome.MostMatches;
import dev.sonde.sim.population.Cast;
import dev.sonde.sim.population.Participant;
import dev.sonde.sim.scenario.PathEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The most matches that the people of a run could have had, whatever the matchmaker: who joined,
 * can reach each other and is near enough by the true mean round trip. Nothing is said about when
 * they came, so it is more than anybody could reach who has to decide at once.
 */
final class Optimum {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Blueprint blueprint;
    private final Reach reach;

    Optimum(Blueprint blueprint, Cast cast) {
        this.blueprint = blueprint;
        this.reach = new Reach(cast.paths());
    }

    /** @param people who joined */
    MostMatches most(List<Participant> people) {
        int groupSize = blueprint.lobby.waiting().groupSize();
        if (groupSize != 2) {
            return MostMatches.groups(people.size(), groupSize);
        }
        if (people.size() > MostMatches.MOST_PEOPLE) {
            return MostMatches.pairs(people.size(), (one, other) -> true);
        }
        List<Participant> firsts = new ArrayList<>();
        int[] kinds = kinds(people, firsts);
        boolean[][] fits = new boolean[firsts.size()][firsts.size()];
        for (int i = 0; i < fits.length; i++) {
            for (int j = 0; j <= i; j++) {
                fits[i][j] = fits(firsts.get(i), firsts.get(j));
                fits[j][i] = fits[i][j];
            }
        }
        return MostMatches.pairs(people.size(), (one, other) -> fits[kinds[one]][kinds[other]]);
    }

    /**
     * The number of each person's kind; those of a kind are equally far from anybody.
     *
     * @param firsts takes the first person of each kind
     */
    private int[] kinds(List<Participant> people, List<Participant> firsts) {
        boolean drawn = !blueprint.scenario.network().pairRtts().isEmpty();
        Set<String> named = new LinkedHashSet<>();
        for (PathEntry path : blueprint.scenario.network().paths()) {
            named.addAll(path.ends());
        }
        Map<Kind, Integer> known = new LinkedHashMap<>();
        int[] kinds = new int[people.size()];
        for (int i = 0; i < kinds.length; i++) {
            Participant person = people.get(i);
            Host host = person.spec().host();
            boolean alone = drawn || named.contains(host.person());
            Kind kind = new Kind(
                    host.profile().name(),
                    host.lan(),
                    person.region(),
                    person.spec().usesTurn(),
                    alone ? host.person() : "");
            Integer number = known.putIfAbsent(kind, known.size());
            if (number == null) {
                firsts.add(person);
            }
            kinds[i] = number == null ? firsts.size() - 1 : number;
        }
        return kinds;
    }

    private record Kind(String profile, String lan, String region, boolean turn, String alone) {}

    private boolean fits(Participant one, Participant other) {
        boolean turn = blueprint.scenario.network().turn().on();
        long rttNanos = reach.meanRttNanos(
                one.spec().host(),
                turn && one.spec().usesTurn(),
                other.spec().host(),
                turn && other.spec().usesTurn());
        double limit = blueprint.rttLimitMillis();
        return rttNanos != Reach.NONE
                && (Double.isNaN(limit) || rttNanos / NANOS_PER_MILLI <= limit);
    }
}
