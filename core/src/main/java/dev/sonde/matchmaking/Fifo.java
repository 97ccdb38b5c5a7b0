package dev.sonde.matchmaking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/** First come, first served: the longest waiting people and the seeker. */
public record Fifo(OptionalDouble maxP2pRttMillis) implements Matchmaker {

    /** Without a limit, so without probes. */
    public static Fifo withoutLimit() {
        return new Fifo(OptionalDouble.empty());
    }

    @Override
    public String name() {
        return "fifo";
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        return firstOf(rankCandidates(seeker, waiting), seeker, groupSize);
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        return waiting.inOrder();
    }

    /** The seeker behind the first of these, or nobody if there are too few. */
    static List<Candidate> firstOf(Iterator<Candidate> ranked, Candidate seeker, int groupSize) {
        List<Candidate> group = new ArrayList<>(groupSize);
        while (group.size() < groupSize - 1 && ranked.hasNext()) {
            group.add(ranked.next());
        }
        group.add(seeker);
        return group.size() == groupSize ? group : List.of();
    }
}
