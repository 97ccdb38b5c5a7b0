package dev.sonde.sim.broken;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.Waiting;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

/** A strategy that leaves some pairs out: how a broken room forgets people. */
record PickyMatchmaker(Matchmaker strategy, BiPredicate<SubjectId, SubjectId> allows)
        implements Matchmaker {

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        List<Candidate> group = strategy.findMatch(seeker, waiting, groupSize);
        for (Candidate member : group) {
            if (!member.subject().equals(seeker.subject())
                    && !allows.test(seeker.subject(), member.subject())) {
                return List.of();
            }
        }
        return group;
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        List<Candidate> allowed = new ArrayList<>();
        strategy.rankCandidates(seeker, waiting).forEachRemaining(candidate -> {
            if (allows.test(seeker.subject(), candidate.subject())) {
                allowed.add(candidate);
            }
        });
        return allowed.iterator();
    }

    @Override
    public OptionalDouble maxP2pRttMillis() {
        return strategy.maxP2pRttMillis();
    }
}
