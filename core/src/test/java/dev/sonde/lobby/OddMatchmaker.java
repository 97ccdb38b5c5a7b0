package dev.sonde.lobby;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.Waiting;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Strategies as users should not write them. Each proposes first come, first served, in its own odd
 * way, so that a lobby which lets it through forms a wrong match.
 */
record OddMatchmaker(String name, OptionalDouble maxP2pRttMillis) implements Matchmaker {

    /** Somebody who does not exist. */
    private record Stranger(SubjectId subject) implements Candidate {
        @Override
        public long joinedAtNanos() {
            return 0;
        }

        @Override
        public OptionalDouble serverRttMillis() {
            return OptionalDouble.empty();
        }

        @Override
        public List<SubjectId> groupHistory() {
            return List.of();
        }
    }

    private static final Candidate ZED = new Stranger(new SubjectId("zed"));

    @Override
    public List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize) {
        List<Candidate> group = new ArrayList<>();
        Iterator<Candidate> ranked = rankCandidates(seeker, waiting);
        while (ranked.hasNext() && group.size() < groupSize - 1) {
            group.add(ranked.next());
        }
        if (!name.equals("forgets-the-seeker")) {
            group.add(seeker);
        }
        return group;
    }

    @Override
    public Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting) {
        return switch (name) {
            case "throws" -> throw new IllegalStateException("no idea");
            case "proposes-a-stranger" -> List.of(ZED).iterator();
            case "proposes-the-seeker" -> List.of(seeker).iterator();
            case "proposes-nobody-at-all" ->
                Collections.<Candidate>singletonList(null).iterator();
            case "never-stops" -> Stream.generate(() -> seeker).iterator();
            case "throws-while-ranking" ->
                Stream.<Candidate>generate(() -> {
                            throw new IllegalStateException("lost count");
                        })
                        .iterator();
            default -> waiting.inOrder();
        };
    }

    @Override
    public boolean rejectsForRtt(OptionalDouble rttMillis) {
        if (name.equals("throws-at-a-result")) {
            throw new IllegalStateException("too many digits");
        }
        return Matchmaker.super.rejectsForRtt(rttMillis);
    }
}
