package dev.sonde.matchmaking;

import dev.sonde.probe.ProbeEnd;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.transitions.Rule;

import java.util.List;
import java.util.OptionalDouble;

/** Groups that are being measured, and what their probes leave behind. */
final class Attempts {

    private final WaitingConfig config;
    private final Matchmaker matchmaker;
    private final Stays stays;
    private final Matches matches;
    private final PairMemory pairs;
    private final Steps steps;
    private final RoomSink sink;

    Attempts(
            WaitingConfig config,
            Matchmaker matchmaker,
            Stays stays,
            Matches matches,
            PairMemory pairs,
            Steps steps,
            RoomSink sink) {
        this.config = config;
        this.matchmaker = matchmaker;
        this.stays = stays;
        this.matches = matches;
        this.pairs = pairs;
        this.steps = steps;
        this.sink = sink;
    }

    void begin(long nowNanos, List<Person> group) {
        Attempt attempt = new Attempt(group);
        for (Person member : attempt.members) {
            Rule rule = steps.visit(member, RoomInput.PROPOSED);
            stays.unlist(member);
            member.attempt = attempt;
            member.place = Place.PROBING;
            steps.check(rule, member);
        }
        nextRound(nowNanos, attempt);
    }

    /** Starts as many probes of unmeasured pairs as may run now; none to measure means accepted. */
    void nextRound(long nowNanos, Attempt attempt) {
        List<Person> members = attempt.members;
        boolean complete = true;
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                Person a = members.get(i);
                Person b = members.get(j);
                if (!isMeasured(a, b, attempt, nowNanos)) {
                    complete = false;
                    if (!a.inProbe && !b.inProbe && (isUnfit(a) || isUnfit(b))) {
                        dissolve(nowNanos, attempt);
                        return;
                    }
                    probeIfIdle(a, b);
                }
            }
        }
        if (complete) {
            attempt.accepted = true;
            matchWhenAllArePresent(nowNanos, attempt);
        }
    }

    /** True if no new probe may begin with this member, or its page has yet to join. */
    private static boolean isUnfit(Person member) {
        return member.overtime || member.away || member.askAgain.isSet();
    }

    /** A page holds one probe at a time, and one that still measures would close the next. */
    private void probeIfIdle(Person a, Person b) {
        boolean busy = a.inProbe || b.inProbe || a.drain.isSet() || b.drain.isSet();
        if (!busy) {
            a.inProbe = true;
            b.inProbe = true;
            sink.probeWanted(a.subject, b.subject);
        }
    }

    /** Measured in this attempt or, for groups of three and more, a short while before it. */
    private boolean isMeasured(Person a, Person b, Attempt attempt, long nowNanos) {
        if (attempt.isMeasured(a, b)) {
            return true;
        }
        double rtt = config.groupSize() == 2 ? Double.NaN : pairs.reusable(a, b, nowNanos);
        if (Double.isNaN(rtt) || isRejected(OptionalDouble.of(rtt))) {
            return false;
        }
        attempt.count(a, b, rtt);
        return true;
    }

    /** Where a limit is set, having no measurement rejects; so does a strategy that throws. */
    private boolean isRejected(OptionalDouble rttMillis) {
        try {
            return rttMillis.isEmpty() || matchmaker.rejectsForRtt(rttMillis);
        } catch (RuntimeException e) {
            sink.strategyFailed(matchmaker.name(), new StrategyException(e).line());
            return true;
        }
    }

    void matchWhenAllArePresent(long nowNanos, Attempt attempt) {
        for (Person member : attempt.members) {
            if (member.away) {
                return;
            }
        }
        matches.form(nowNanos, attempt.members, attempt.measuredPairs());
    }

    /** A probe of these two has ended. */
    void probeFinished(long nowNanos, Person a, Person b, ProbeEnd end) {
        Attempt attempt = a.attempt == b.attempt ? a.attempt : null;
        ProbeOutcome outcome = end.outcome();
        OptionalDouble rtt = outcome instanceof ProbeOutcome.Complete complete
                ? OptionalDouble.of(complete.rttMillis())
                : OptionalDouble.empty();
        boolean rejected = isRejected(rtt);
        a.inProbe = false;
        b.inProbe = false;
        drain(nowNanos, a, end.a(), end.b());
        drain(nowNanos, b, end.b(), end.a());
        pairs.learn(nowNanos, a, b, outcome, rejected);
        countLuck(a, b, outcome);
        if (attempt == null) {
            releaseIfAlone(nowNanos, a);
            releaseIfAlone(nowNanos, b);
        } else if (rejected) {
            dissolve(nowNanos, attempt);
        } else {
            attempt.count(a, b, rtt.getAsDouble());
            nextRound(nowNanos, attempt);
        }
    }

    private static void countLuck(Person a, Person b, ProbeOutcome outcome) {
        if (outcome instanceof ProbeOutcome.Complete) {
            a.succeeded();
            b.succeeded();
        } else if (PairMemory.isOfTheNetwork(outcome)) {
            a.failedWith(b.subject);
            b.failedWith(a.subject);
        }
    }

    private void drain(
            long nowNanos, Person person, ProbeEnd.MemberEnd own, ProbeEnd.MemberEnd other) {
        if (!own.mayStillMeasure()) {
            return;
        }
        long until = own.startedNanos() + config.drainAfterStartNanos();
        if (other.reportedNanos() != ProbeEnd.NEVER) {
            until = Math.min(until, other.reportedNanos() + config.drainAfterOtherNanos());
        }
        if (until > nowNanos) {
            stays.drains.set(person.drain, until);
        }
    }

    /** The person's page measures no more. */
    void drained(long nowNanos, Person person) {
        Rule rule = steps.visit(person, RoomInput.DRAINED);
        Attempt attempt = person.attempt;
        if (person.place == Place.DRAINING) {
            stays.settle(person);
        } else if (attempt != null) {
            nextRound(nowNanos, attempt);
        }
        steps.check(rule, person);
        stays.forgetIfNothingIsLeft(person);
    }

    /** Ends an attempt; those whose probe runs on are released when it ends. */
    void dissolve(long nowNanos, Attempt attempt) {
        for (Person member : attempt.members) {
            if (member.attempt == attempt) {
                member.attempt = null;
                releaseIfAlone(nowNanos, member);
            }
        }
    }

    private void releaseIfAlone(long nowNanos, Person person) {
        if (person.place == Place.PROBING && !person.inProbe) {
            Rule rule = steps.visit(person, RoomInput.RELEASED);
            if (person.overtime) {
                stays.expire(nowNanos, person);
            } else {
                stays.settle(person);
            }
            steps.check(rule, person);
        }
        stays.forgetIfNothingIsLeft(person);
    }
}
