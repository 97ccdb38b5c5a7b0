package dev.sonde.matchmaking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Looks at people whose situation changed, for a group to be measured or matched. */
final class Looks {

    private final WaitingConfig config;
    private final String strategy;
    private final boolean measures;
    private final Stays stays;
    private final PairMemory pairs;
    private final Attempts attempts;
    private final Matches matches;
    private final Proposer proposer;
    private final RoomSink sink;

    Looks(
            WaitingConfig config,
            Matchmaker matchmaker,
            Stays stays,
            PairMemory pairs,
            Attempts attempts,
            Matches matches,
            RoomSink sink) {
        this.config = config;
        this.strategy = matchmaker.name();
        this.measures = matchmaker.maxP2pRttMillis().isPresent();
        this.stays = stays;
        this.pairs = pairs;
        this.attempts = attempts;
        this.matches = matches;
        this.proposer = new Proposer(matchmaker, stays.index, config.groupSize());
        this.sink = sink;
    }

    /** Looks at everybody who is to be looked at; the longest waiting first. */
    void lookAtChanged(long nowNanos) {
        Person changed = stays.pollChanged();
        while (changed != null) {
            pairs.await(changed, nowNanos);
            if (!look(nowNanos, changed) && config.groupSize() > 2) {
                lookForOthers(nowNanos, changed);
            }
            changed = stays.pollChanged();
        }
    }

    /**
     * A larger group that holds the changed person may be one that only another seeker would put
     * together: the longest waiting ones are asked, as many as a group is looked for among.
     */
    private void lookForOthers(long nowNanos, Person changed) {
        List<Person> seekers = new ArrayList<>();
        Iterator<Person> longestWaiting = stays.index.inOrder();
        while (longestWaiting.hasNext() && seekers.size() < Proposer.GROUP_PREFIX) {
            seekers.add(longestWaiting.next());
        }
        for (Person seeker : seekers) {
            if (seeker != changed && look(nowNanos, seeker)) {
                return;
            }
        }
    }

    /** True if the strategy found a group for this seeker. */
    private boolean look(long nowNanos, Person seeker) {
        long heardSince = measures ? Long.MIN_VALUE : nowNanos - config.heardWithinNanos();
        if (seeker.heardAtNanos < heardSince) {
            return false;
        }
        SeekerView view = new SeekerView(stays.index, stays.people, seeker, nowNanos, heardSince);
        try {
            return measures ? attempt(nowNanos, seeker, view) : match(nowNanos, seeker, view);
        } catch (StrategyException e) {
            sink.strategyFailed(strategy, e.line());
            return false;
        }
    }

    private boolean attempt(long nowNanos, Person seeker, SeekerView view)
            throws StrategyException {
        List<Person> group = proposer.attempt(seeker, view, nowNanos);
        if (!group.isEmpty()) {
            attempts.begin(nowNanos, group);
        }
        return !group.isEmpty();
    }

    private boolean match(long nowNanos, Person seeker, SeekerView view) throws StrategyException {
        List<Person> group = proposer.match(seeker, view);
        if (!group.isEmpty()) {
            matches.form(nowNanos, group, List.of());
        }
        return !group.isEmpty();
    }
}
