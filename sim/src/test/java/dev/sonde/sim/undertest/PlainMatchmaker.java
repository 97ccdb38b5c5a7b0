package dev.sonde.sim.undertest;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.Waiting;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/** A matchmaker as a user writes it; it decides as first come, first served does. */
public final class PlainMatchmaker implements Matchmaker {

    private final Matchmaker fifo = Fifo.withoutLimit();

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        return fifo.findMatch(seeker, waiting, groupSize);
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        return fifo.rankCandidates(seeker, waiting);
    }

    @Override
    public OptionalDouble maxP2pRttMillis() {
        return OptionalDouble.empty();
    }
}
