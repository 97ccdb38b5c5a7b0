package dev.sonde.matchmaking;

import dev.sonde.protocol.SubjectId;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Past partners first; either side's history counts. Then first come, first served, or nobody.
 *
 * @param fallbackToFifo whether strangers are proposed when no past partner is left
 */
public record GroupReunion(boolean fallbackToFifo, OptionalDouble maxP2pRttMillis)
        implements Matchmaker {

    @Override
    public String name() {
        return "group-reunion";
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        return Fifo.firstOf(rankCandidates(seeker, waiting), seeker, groupSize);
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        Set<Candidate> partners = new LinkedHashSet<>();
        for (SubjectId subject : seeker.groupHistory()) {
            Candidate partner = waiting.find(subject);
            if (partner != null) {
                partners.add(partner);
            }
        }
        waiting.whoPlayedWith(seeker.subject()).forEachRemaining(partners::add);
        if (!fallbackToFifo) {
            return partners.iterator();
        }
        Iterator<Candidate> strangers =
                new Filtered<>(waiting.inOrder(), candidate -> !partners.contains(candidate));
        return new Chained<>(partners.iterator(), strangers);
    }
}
