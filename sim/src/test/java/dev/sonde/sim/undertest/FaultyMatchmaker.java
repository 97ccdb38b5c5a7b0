package dev.sonde.sim.undertest;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.Waiting;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/** A matchmaker that throws whenever it is asked for somebody. */
public final class FaultyMatchmaker implements Matchmaker {

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        throw new IllegalStateException("nobody is good enough");
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        throw new IllegalStateException("nobody is good enough");
    }

    @Override
    public OptionalDouble maxP2pRttMillis() {
        return OptionalDouble.empty();
    }
}
