package dev.sonde.sim;

import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Reach;
import dev.sonde.sim.outcome.MostMatches;
import dev.sonde.sim.population.Participant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The most matches that the people of a run could have had, whatever the matchmaker: who joined,
 * can reach each other and is near enough by the true mean round trip. Nothing is said about when
 * they came, so it is more than anybody could reach who has to decide at once.
 */
final class Optimum {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Blueprint blueprint;
    private final Reach reach;
    private final List<Participant> people;

    /** For each person the number of its kind: people of a kind are as far from anybody. */
    private final int[] kinds;

    private final List<Participant> firsts = new ArrayList<>();

    /** @param people who joined */
    Optimum(Blueprint blueprint, Cast cast, List<Participant> people) {
        this.blueprint = blueprint;
        this.reach = new Reach(cast.paths);
        this.people = people;
        this.kinds = new int[people.size()];
        boolean alone = !blueprint.scenario.network().paths().isEmpty()
                || !blueprint.scenario.network().pairRtts().isEmpty();
        Map<Kind, Integer> known = new LinkedHashMap<>();
        for (int i = 0; i < people.size(); i++) {
            Participant person = people.get(i);
            Host host = person.spec().host();
            Kind kind = new Kind(
                    host.profile().name(),
                    host.lan(),
                    person.region(),
                    person.spec().usesTurn(),
                    alone ? i : 0);
            Integer number = known.putIfAbsent(kind, known.size());
            if (number == null) {
                firsts.add(person);
            }
            kinds[i] = number == null ? known.size() - 1 : number;
        }
    }

    private record Kind(String profile, String lan, String region, boolean turn, int person) {}

    MostMatches most() {
        int groupSize = blueprint.lobby.waiting().groupSize();
        if (groupSize != 2) {
            return MostMatches.groups(people.size(), groupSize);
        }
        if (people.size() > MostMatches.MOST_PEOPLE) {
            return MostMatches.pairs(people.size(), (one, other) -> true);
        }
        boolean[][] fits = new boolean[firsts.size()][firsts.size()];
        for (int i = 0; i < fits.length; i++) {
            for (int j = 0; j <= i; j++) {
                fits[i][j] = fits(firsts.get(i), firsts.get(j));
                fits[j][i] = fits[i][j];
            }
        }
        return MostMatches.pairs(
                people.size(), (one, other) -> fits[kinds[one]][kinds[other]]);
    }

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
