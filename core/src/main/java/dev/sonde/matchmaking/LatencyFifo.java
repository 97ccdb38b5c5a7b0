package dev.sonde.matchmaking;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * First come, first served among those whose way over the server would be short enough: the
 * round-trip times to the server of seeker and candidate together are at most the limit. A missing
 * one never excludes anybody.
 *
 * @param maxServerRttMillis limit of that sum
 */
public record LatencyFifo(double maxServerRttMillis, OptionalDouble maxP2pRttMillis)
        implements Matchmaker {

    @Override
    public String name() {
        return "latency-fifo";
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        return Fifo.firstOf(rankCandidates(seeker, waiting), seeker, groupSize);
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        OptionalDouble own = seeker.serverRttMillis();
        return own.isEmpty()
                ? waiting.inOrder()
                : waiting.withServerRttUpTo(maxServerRttMillis - own.getAsDouble());
    }
}
