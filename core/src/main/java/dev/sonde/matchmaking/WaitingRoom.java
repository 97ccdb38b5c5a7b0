package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.probe.ProbeEnd;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Who waits, who is being measured with whom, and who is matched.
 *
 * <p>Passive; callers pass the time, which never goes back, call {@link #wake} before anything else
 * that they do at a later instant, and {@link #lookAgain} after it.
 */
public final class WaitingRoom {

    private final WaitingConfig config;
    private final Matchmaker matchmaker;
    private final OptionalDouble limitMillis;
    private final Ids ids;
    private final RoomSink sink;
    private final Map<SubjectId, Person> people = new LinkedHashMap<>();
    private final WaitingIndex index = new WaitingIndex();
    /** Free people whose situation changed since they were looked at. */
    private final TreeSet<Person> changed = new TreeSet<>(Person.BY_WAITING);

    private final PairMemory pairs;
    private final Proposer proposer;
    private final DeadlineQueue<Person> waitingTimes = new DeadlineQueue<>();
    private final DeadlineQueue<Person> drains = new DeadlineQueue<>();
    private final DeadlineQueue<Person> askedAgain = new DeadlineQueue<>();
    private final DeadlineQueue<Match> holds = new DeadlineQueue<>();
    private final Visits visits = RoomTable.TABLE.newVisits();
    private int waiting;
    private long joins;
    private long stateDueNanos = Deadline.NONE;

    public WaitingRoom(WaitingConfig config, Matchmaker matchmaker, Ids ids, RoomSink sink) {
        this.config = config;
        this.matchmaker = matchmaker;
        this.limitMillis = matchmaker.maxP2pRttMillis();
        this.ids = ids;
        this.sink = sink;
        this.pairs = new PairMemory(config.pauses(), config.reuseNanos(), limitMillis);
        this.proposer = new Proposer(matchmaker, index, config.groupSize());
    }

    /** The table that this machine runs by. */
    public static TransitionTable<?, ?> table() {
        return RoomTable.TABLE;
    }

    public Visits visits() {
        return visits;
    }

    // Coming and going ------------------------------------------------------------------------

    /** Somebody, who is present, wants in. Gives the reason if that is refused. */
    public @Nullable Refusal join(long nowNanos, SubjectId subject, ClientMessage.Join join) {
        Person known = people.get(subject);
        Person person = known == null ? new Person(subject) : known;
        Rule rule = visit(person, RoomInput.JOIN);
        if (!person.place.isWaiting()
                && person.place != Place.MATCHED
                && waiting >= config.capacity()) {
            return Refusal.FULL;
        }
        people.put(subject, person);
        person.heardAtNanos = nowNanos;
        person.away = false;
        person.owedEnd = null;
        index.remove(person);
        person.serverRttMillis = join.serverRttMillis();
        person.groupHistory = join.groupHistory();
        askedAgain.clear(person.askAgain);
        if (person.place == Place.MATCHED) {
            tellMatch(person);
        } else {
            if (!person.place.isWaiting()) {
                person.joinedAtNanos = nowNanos;
                openStay(nowNanos, person);
            } else if (person.place == Place.FREE) {
                becomeFree(person);
            }
            tellState(nowNanos, person);
        }
        check(rule, person);
        return null;
    }

    /** Somebody wants out. Gives the reason if that is refused. */
    public @Nullable Refusal leave(long nowNanos, SubjectId subject) {
        Person known = people.get(subject);
        Person person = known == null ? new Person(subject) : known;
        Rule rule = visit(person, RoomInput.LEAVE);
        if (rule.refusal() != null) {
            return rule.refusal();
        }
        go(nowNanos, person, StayEnd.LEFT, "member-left");
        check(rule, person);
        return null;
    }

    /** The person is out, whatever place it had. */
    private void go(long nowNanos, Person person, StayEnd reason, String cancelReason) {
        Match match = person.match;
        if (person.place.isWaiting()) {
            boolean inProbe = person.inProbe;
            Attempt attempt = person.attempt;
            closeStay(nowNanos, person, reason, Place.OUT);
            if (attempt != null) {
                dissolve(nowNanos, attempt);
            }
            if (inProbe && reason != StayEnd.LOST) {
                sink.probeMemberLeft(person.subject);
            }
        } else {
            person.place = Place.OUT;
            if (match != null) {
                cancel(nowNanos, match, person, cancelReason);
            }
        }
        forgetIfNothingIsLeft(person);
    }

    private void openStay(long nowNanos, Person person) {
        waiting++;
        person.joinOrder = joins++;
        person.overtime = false;
        waitingTimes.set(person.waitingTime, person.joinedAtNanos + config.timeNanos());
        sink.stayOpened(person.subject, person.joinedAtNanos);
        settle(person);
        stateChanged(nowNanos);
    }

    private void closeStay(long nowNanos, Person person, StayEnd reason, Place next) {
        waiting--;
        unlist(person);
        waitingTimes.clear(person.waitingTime);
        askedAgain.clear(person.askAgain);
        person.attempt = null;
        person.place = next;
        sink.stayClosed(person.subject, reason);
        stateChanged(nowNanos);
    }

    private void unlist(Person person) {
        index.remove(person);
        changed.remove(person);
    }

    /** Puts somebody who waits and is in no attempt where it belongs. */
    private void settle(Person person) {
        if (person.drain.isSet()) {
            person.place = Place.DRAINING;
        } else {
            person.place = Place.FREE;
            becomeFree(person);
        }
    }

    private void becomeFree(Person person) {
        if (person.isProposable()) {
            index.add(person);
            changed.add(person);
        }
    }

    private void forgetIfNothingIsLeft(Person person) {
        boolean nothing = person.place == Place.OUT
                && !person.drain.isSet()
                && !person.inProbe
                && person.owedEnd == null
                && person.pairs.isEmpty();
        if (nothing) {
            people.remove(person.subject);
        }
    }

    // Connections -----------------------------------------------------------------------------

    /** The person's connection is gone; it may come back. */
    public void away(SubjectId subject) {
        Person person = people.get(subject);
        if (person == null) {
            return;
        }
        Rule rule = visit(person, RoomInput.AWAY);
        person.away = true;
        unlist(person);
        checkMove(rule, person);
    }

    /** The person is on a new connection. */
    public void back(long nowNanos, SubjectId subject, boolean anotherPage) {
        Person person = people.get(subject);
        if (person == null) {
            return;
        }
        Rule rule = visit(person, anotherPage ? RoomInput.ANOTHER_PAGE : RoomInput.BACK);
        person.away = false;
        person.heardAtNanos = nowNanos;
        if (anotherPage) {
            newPage(nowNanos, person);
        }
        switch (person.place) {
            case OUT -> tellOwedEnd(person);
            case FREE -> {
                becomeFree(person);
                tellState(nowNanos, person);
            }
            case PROBING -> {
                tellState(nowNanos, person);
                Attempt attempt = person.attempt;
                if (attempt != null && attempt.accepted) {
                    matchWhenAllArePresent(nowNanos, attempt);
                }
            }
            case DRAINING -> tellState(nowNanos, person);
            case MATCHED -> tellMatch(person);
            case FINAL -> {}
        }
        checkMove(rule, person);
        forgetIfNothingIsLeft(person);
    }

    /** Nothing of the old page counts any more, not even that it wanted to play. */
    private void newPage(long nowNanos, Person person) {
        pairs.forgetFailures(person, nowNanos);
        drains.clear(person.drain);
        if (person.place.isWaiting()) {
            unlist(person);
            askedAgain.set(person.askAgain, nowNanos + config.askAgainNanos());
            if (person.place == Place.DRAINING) {
                person.place = Place.FREE;
            }
        }
    }

    /** The person was away for longer than anything waits. */
    public void lost(long nowNanos, SubjectId subject) {
        Person person = people.get(subject);
        if (person == null) {
            return;
        }
        Rule rule = visit(person, RoomInput.LOST);
        person.owedEnd = null;
        if (rule.kind() == Rule.Kind.MOVES) {
            go(nowNanos, person, StayEnd.LOST, "member-lost");
            check(rule, person);
        }
        forgetIfNothingIsLeft(person);
    }

    /** A sign of life. Counts only where matches are made without measuring. */
    public void heard(long nowNanos, SubjectId subject) {
        Person person = people.get(subject);
        if (person == null) {
            return;
        }
        boolean wasSilent = nowNanos - person.heardAtNanos > config.heardWithinNanos();
        person.heardAtNanos = nowNanos;
        if (wasSilent && limitMillis.isEmpty()) {
            becomeFree(person);
        }
    }

    // Looking for groups ----------------------------------------------------------------------

    /** Looks at everybody whose situation changed; the longest waiting first. */
    public void lookAgain(long nowNanos) {
        Person seeker = changed.pollFirst();
        while (seeker != null) {
            if (index.contains(seeker)) {
                look(nowNanos, seeker);
            }
            seeker = changed.pollFirst();
        }
    }

    private void look(long nowNanos, Person seeker) {
        pairs.await(seeker, nowNanos);
        try {
            if (limitMillis.isEmpty()) {
                matchWithoutMeasuring(nowNanos, seeker);
            } else {
                SeekerView view = new SeekerView(index, people, seeker, nowNanos, Long.MIN_VALUE);
                List<Person> group = proposer.attempt(seeker, view, nowNanos);
                if (!group.isEmpty()) {
                    begin(nowNanos, new Attempt(group));
                }
            }
        } catch (StrategyException e) {
            sink.strategyFailed(matchmaker.name(), e.line());
        }
    }

    private void matchWithoutMeasuring(long nowNanos, Person seeker) throws StrategyException {
        long since = nowNanos - config.heardWithinNanos();
        if (seeker.heardAtNanos < since) {
            return;
        }
        SeekerView view = new SeekerView(index, people, seeker, nowNanos, since);
        List<Person> group = proposer.match(seeker, view);
        if (!group.isEmpty()) {
            form(nowNanos, group, List.of());
        }
    }

    // Attempts --------------------------------------------------------------------------------

    private void begin(long nowNanos, Attempt attempt) {
        for (Person member : attempt.members) {
            Rule rule = visit(member, RoomInput.PROPOSED);
            unlist(member);
            member.attempt = attempt;
            member.place = Place.PROBING;
            check(rule, member);
        }
        nextRound(nowNanos, attempt);
    }

    /** Starts as many probes of unmeasured pairs as may run now; none to measure means accepted. */
    private void nextRound(long nowNanos, Attempt attempt) {
        List<Person> members = attempt.members;
        boolean complete = true;
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                Person a = members.get(i);
                Person b = members.get(j);
                if (!isMeasured(a, b, attempt, nowNanos)) {
                    complete = false;
                    if (a.overtime || b.overtime) {
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

    /** A probe that was asked for has ended. */
    public void probeFinished(long nowNanos, ProbeEnd end) {
        Person a = member(end.a().subject());
        Person b = member(end.b().subject());
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
        judge(a, b, outcome);
        if (attempt == null) {
            releaseIfAlone(nowNanos, a);
            releaseIfAlone(nowNanos, b);
            return;
        }
        if (rejected) {
            dissolve(nowNanos, attempt);
        } else {
            attempt.count(a, b, rtt.getAsDouble());
            nextRound(nowNanos, attempt);
        }
    }

    private Person member(SubjectId subject) {
        Person person = people.get(subject);
        if (person == null) {
            throw new IllegalStateException(subject + " is in a probe but not known here");
        }
        return person;
    }

    /** Somebody's bad luck, or the end of it. */
    private static void judge(Person a, Person b, ProbeOutcome outcome) {
        if (outcome instanceof ProbeOutcome.Complete) {
            a.succeeded();
            b.succeeded();
        } else if (outcome instanceof ProbeOutcome.Failed failed
                && (failed.reason() == ProbeOutcome.Reason.TIMEOUT
                        || failed.reason() == ProbeOutcome.Reason.REPORTED_FAILURE)) {
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
            drains.set(person.drain, until);
        }
    }

    /** A result that came after the end of its probe: its sender has done with it. */
    public void lateResult(long nowNanos, SubjectId sender, SubjectId other) {
        Person done = people.get(sender);
        if (done != null && done.drain.isSet()) {
            drains.clear(done.drain);
            drained(nowNanos, done);
        }
        Person left = people.get(other);
        if (left != null && left.drain.isSet()) {
            long until = nowNanos + config.drainAfterOtherNanos();
            drains.set(left.drain, Math.min(left.drain.atNanos(), until));
        }
    }

    private void drained(long nowNanos, Person person) {
        Rule rule = visit(person, RoomInput.DRAINED);
        Attempt attempt = person.attempt;
        if (person.place == Place.DRAINING) {
            settle(person);
        } else if (attempt != null) {
            nextRound(nowNanos, attempt);
        }
        checkMove(rule, person);
        forgetIfNothingIsLeft(person);
    }

    /** Ends an attempt; those whose probe runs on are released when it ends. */
    private void dissolve(long nowNanos, Attempt attempt) {
        for (Person member : attempt.members) {
            if (member.attempt == attempt) {
                member.attempt = null;
                releaseIfAlone(nowNanos, member);
            }
        }
    }

    private void releaseIfAlone(long nowNanos, Person person) {
        if (person.place != Place.PROBING || person.inProbe) {
            forgetIfNothingIsLeft(person);
            return;
        }
        Rule rule = visit(person, RoomInput.RELEASED);
        if (person.overtime) {
            expire(nowNanos, person);
        } else {
            settle(person);
        }
        check(rule, person);
    }

    // Matches ---------------------------------------------------------------------------------

    private void matchWhenAllArePresent(long nowNanos, Attempt attempt) {
        for (Person member : attempt.members) {
            if (member.away) {
                return;
            }
        }
        form(nowNanos, attempt.members, attempt.measuredPairs());
    }

    private void form(long nowNanos, List<Person> members, List<RoomSink.MeasuredPair> measured) {
        Match match = new Match(ids.nextMatch(), List.copyOf(members), measured);
        for (Person member : members) {
            Rule rule = visit(member, RoomInput.ACCEPTED);
            closeStay(nowNanos, member, StayEnd.MATCHED, Place.MATCHED);
            member.match = match;
            check(rule, member);
        }
        sink.matchFormed(match.id, match.found.members(), measured);
        members.forEach(this::tellMatch);
        holds.set(match.hold, nowNanos + config.holdNanos());
    }

    private void tellMatch(Person person) {
        Match match = person.match;
        if (match != null) {
            sink.send(person.subject, match.found);
        }
    }

    private void cancel(long nowNanos, Match match, Person cause, String reason) {
        holds.clear(match.hold);
        cause.match = null;
        sink.matchCancelled(match.id, cause.subject, reason);
        for (Person member : match.members) {
            if (member != cause) {
                Rule rule = visit(member, RoomInput.CANCELLED);
                member.match = null;
                sink.send(member.subject, new ServerMessage.MatchCancelled(match.id, reason));
                openStay(nowNanos, member);
                if (member.joinedAtNanos + config.timeNanos() <= nowNanos) {
                    expire(nowNanos, member);
                }
                check(rule, member);
            }
        }
    }

    private void finish(Match match) {
        for (Person member : match.members) {
            Rule rule = visit(member, RoomInput.HOLD_OVER);
            member.match = null;
            member.place = Place.FINAL;
            check(rule, member);
        }
        sink.matchFinal(match.id);
    }

    // Time ------------------------------------------------------------------------------------

    /** Performs what is due. */
    public void wake(long nowNanos) {
        pairs.wake(nowNanos, this::pauseOver, this::forgetIfNothingIsLeft);
        pollAll(nowNanos, drains, person -> drained(nowNanos, person));
        pollAll(nowNanos, holds, this::finish);
        pollAll(nowNanos, askedAgain, person -> askedInVain(nowNanos, person));
        pollAll(nowNanos, waitingTimes, person -> waitingTimeOver(nowNanos, person));
        if (stateDueNanos <= nowNanos) {
            stateDueNanos = Deadline.NONE;
            tellChanges(nowNanos);
        }
    }

    private static <T> void pollAll(
            long nowNanos, DeadlineQueue<T> queue, java.util.function.Consumer<T> action) {
        T due = queue.pollDue(nowNanos);
        while (due != null) {
            action.accept(due);
            due = queue.pollDue(nowNanos);
        }
    }

    private void pauseOver(Pair pair) {
        becomeFree(pair.a);
        becomeFree(pair.b);
    }

    private void askedInVain(long nowNanos, Person person) {
        Rule rule = visit(person, RoomInput.ASKED_IN_VAIN);
        tellEnd(person, StayEnd.LEFT);
        go(nowNanos, person, StayEnd.LEFT, "member-left");
        check(rule, person);
    }

    private void waitingTimeOver(long nowNanos, Person person) {
        Rule rule = visit(person, RoomInput.WAITING_TIME_OVER);
        if (person.place != Place.PROBING) {
            expire(nowNanos, person);
        } else if (person.overtime) {
            Attempt attempt = person.attempt;
            expire(nowNanos, person);
            if (attempt != null) {
                dissolve(nowNanos, attempt);
            }
        } else {
            person.overtime = true;
            waitingTimes.set(person.waitingTime, nowNanos + config.probeTimeoutNanos());
        }
        check(rule, person);
    }

    private void expire(long nowNanos, Person person) {
        boolean inProbe = person.inProbe;
        closeStay(nowNanos, person, StayEnd.EXPIRED, Place.OUT);
        tellEnd(person, StayEnd.EXPIRED);
        if (inProbe) {
            sink.probeMemberLeft(person.subject);
        }
        forgetIfNothingIsLeft(person);
    }

    /** Ends every stay; matches in hold become final. */
    public void shutdown(long nowNanos) {
        while (holds.nextNanos() != Deadline.NONE) {
            pollAll(Deadline.NONE, holds, this::finish);
        }
        for (Person person : new ArrayList<>(people.values())) {
            Rule rule = visit(person, RoomInput.SHUTDOWN);
            if (person.place.isWaiting()) {
                closeStay(nowNanos, person, StayEnd.SHUTDOWN, Place.OUT);
                tellEnd(person, StayEnd.SHUTDOWN);
            }
            person.place = Place.OUT;
            drains.clear(person.drain);
            checkMove(rule, person);
        }
        people.clear();
        stateDueNanos = Deadline.NONE;
    }

    /** When {@link #wake} is wanted. */
    public long nextDeadlineNanos() {
        long people = Math.min(waitingTimes.nextNanos(), drains.nextNanos());
        long others = Math.min(askedAgain.nextNanos(), holds.nextNanos());
        long news = Math.min(stateDueNanos, pairs.nextPauseEndNanos());
        return Math.min(people, Math.min(others, news));
    }

    // Telling ---------------------------------------------------------------------------------

    private void tellEnd(Person person, StayEnd reason) {
        if (person.away) {
            person.owedEnd = reason;
        } else {
            sink.send(person.subject, new ServerMessage.WaitingRoomClosed(reason));
        }
    }

    private void tellOwedEnd(Person person) {
        StayEnd reason = person.owedEnd;
        if (reason != null) {
            person.owedEnd = null;
            sink.send(person.subject, new ServerMessage.WaitingRoomClosed(reason));
        }
    }

    private void tellState(long nowNanos, Person person) {
        person.toldAtNanos = nowNanos;
        person.toldWaiting = waiting;
        int needed = Math.max(0, config.groupSize() - waiting);
        long remaining = Math.max(0, person.waitingTime.atNanos() - nowNanos);
        sink.send(
                person.subject,
                new ServerMessage.WaitingRoomState(waiting, needed, remaining / 1_000_000));
    }

    private void stateChanged(long nowNanos) {
        if (stateDueNanos == Deadline.NONE && index.size() > 0 && waiting <= config.stateUpTo()) {
            stateDueNanos = nowNanos + config.stateEveryNanos();
        }
    }

    /** Tells the free people who were told something else; the others hear of their probe. */
    private void tellChanges(long nowNanos) {
        boolean tooEarly = false;
        var free = index.inOrder();
        while (free.hasNext()) {
            Person person = free.next();
            if (person.toldWaiting != waiting) {
                if (nowNanos - person.toldAtNanos >= config.stateEveryNanos()) {
                    tellState(nowNanos, person);
                } else {
                    tooEarly = true;
                }
            }
        }
        if (tooEarly) {
            stateChanged(nowNanos);
        }
    }

    // Looking in ------------------------------------------------------------------------------

    /** One person, seen from outside. */
    public record Seen(SubjectId subject, Place place) {}

    /** Everybody who is known here, in the order in which they came. */
    public List<Seen> people() {
        return people.values().stream()
                .map(person -> new Seen(person.subject, person.place))
                .toList();
    }

    public int pendingTimers() {
        return waitingTimes.size() + drains.size() + askedAgain.size() + holds.size();
    }

    public int rememberedPairs() {
        return pairs.size();
    }

    private Rule visit(Person person, RoomInput input) {
        return RoomTable.TABLE.visit(person.place, input, visits);
    }

    private static void check(Rule rule, Person person) {
        RoomTable.TABLE.check(rule, person.place);
    }

    private static void checkMove(Rule rule, Person person) {
        if (rule.kind() == Rule.Kind.MOVES) {
            check(rule, person);
        }
    }
}
