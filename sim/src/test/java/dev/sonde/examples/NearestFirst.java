package dev.sonde.examples;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.Waiting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/** A matchmaker of your own: first whoever is nearest to the server, longest waiting on a tie. */
public final class NearestFirst implements Matchmaker {

    @Override
    public String name() {
        return "nearest-first";
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        List<Candidate> members = new ArrayList<>(List.of(seeker));
        Iterator<Candidate> ranked = rankCandidates(seeker, waiting);
        while (members.size() < groupSize && ranked.hasNext()) {
            members.add(ranked.next());
        }
        return members.size() == groupSize ? members : List.of();
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        List<Candidate> all = new ArrayList<>();
        waiting.inOrder().forEachRemaining(all::add);
        all.sort(Comparator.comparingDouble(one -> one.serverRttMillis().orElse(Double.MAX_VALUE)));
        return all.iterator();
    }

    @Override
    public OptionalDouble maxP2pRttMillis() {
        return OptionalDouble.of(100);
    }
}
