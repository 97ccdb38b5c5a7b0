package dev.sonde.matchmaking;

import dev.sonde.probe.ProbeEnd;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Who waits, who is being measured with whom, and who is matched.
 *
 * <p>Passive; callers pass the time, which never goes back, call {@link #wake} before anything else
 * that they do at a later instant, and {@link #lookAgain} after it.
 */
public final class WaitingRoom {

    private final WaitingConfig config;
    private final RoomSink sink;
    private final Steps steps = new Steps();
    private final Stays stays;
    private final PairMemory pairs;
    private final Matches matches;
    private final Attempts attempts;
    private final Looks looks;

    public WaitingRoom(WaitingConfig config, Matchmaker matchmaker, Ids ids, RoomSink sink) {
        this.config = config;
        this.sink = sink;
        this.stays = new Stays(config, sink);
        this.pairs =
                new PairMemory(config.pauses(), config.reuseNanos(), matchmaker.maxP2pRttMillis());
        this.matches = new Matches(config, stays, steps, ids, sink);
        this.attempts = new Attempts(config, matchmaker, stays, matches, pairs, steps, sink);
        this.looks = new Looks(config, matchmaker, stays, pairs, attempts, matches, sink);
    }

    /** The table that this machine runs by. */
    public static TransitionTable<?, ?> table() {
        return RoomTable.TABLE;
    }

    public Visits visits() {
        return steps.visits;
    }

    /** Somebody, who is present, wants in. Gives the reason if that is refused. */
    public @Nullable Refusal join(long nowNanos, SubjectId subject, ClientMessage.Join join) {
        Person person = stays.findOrNew(subject);
        Rule rule = steps.visit(person, RoomInput.JOIN);
        boolean enters = person.place == Place.OUT || person.place == Place.FINAL;
        if (enters && stays.isFull()) {
            return Refusal.FULL;
        }
        stays.remember(person);
        stays.unlist(person);
        stays.askedAgain.clear(person.askAgain);
        person.heardAtNanos = nowNanos;
        person.away = false;
        person.owedEnd = null;
        person.serverRttMillis = join.serverRttMillis();
        person.groupHistory = join.groupHistory();
        if (enters) {
            person.joinedAtNanos = nowNanos;
            stays.open(nowNanos, person);
        } else {
            stays.list(person);
        }
        if (person.place == Place.MATCHED) {
            matches.tell(person);
        } else {
            stays.news.tellState(nowNanos, person);
        }
        steps.check(rule, person);
        return null;
    }

    /** Somebody wants out. Gives the reason if that is refused. */
    public @Nullable Refusal leave(long nowNanos, SubjectId subject) {
        Person person = stays.findOrNew(subject);
        Rule rule = steps.visit(person, RoomInput.LEAVE);
        if (rule.refusal() == null) {
            goOut(nowNanos, person, StayEnd.LEFT, "member-left");
            steps.check(rule, person);
        }
        return rule.refusal();
    }

    /** The person is out, whatever place it had. */
    private void goOut(long nowNanos, Person person, StayEnd reason, String cancelReason) {
        Match match = person.match;
        if (person.place.isWaiting()) {
            boolean inProbe = person.inProbe;
            Attempt attempt = person.attempt;
            stays.close(nowNanos, person, reason, Place.OUT);
            if (attempt != null) {
                attempts.dissolve(nowNanos, attempt);
            }
            // The probe of somebody who is lost has heard of that by itself.
            if (inProbe && reason != StayEnd.LOST) {
                sink.probeMemberLeft(person.subject);
            }
        } else {
            person.place = Place.OUT;
            if (match != null) {
                matches.cancel(nowNanos, match, person, cancelReason);
            }
        }
        stays.forgetIfNothingIsLeft(person);
    }

    /** The person's connection is gone; it may come back. */
    public void away(SubjectId subject) {
        Person person = stays.find(subject);
        if (person != null) {
            Rule rule = steps.visit(person, RoomInput.AWAY);
            person.away = true;
            stays.unlist(person);
            steps.check(rule, person);
        }
    }

    /** The person is on a new connection. */
    public void back(long nowNanos, SubjectId subject, boolean anotherPage) {
        Person person = stays.find(subject);
        if (person == null) {
            return;
        }
        Rule rule = steps.visit(person, anotherPage ? RoomInput.ANOTHER_PAGE : RoomInput.BACK);
        person.away = false;
        person.heardAtNanos = nowNanos;
        if (anotherPage) {
            newPage(nowNanos, person);
        }
        stays.list(person);
        tellWhereItIs(nowNanos, person);
        Attempt attempt = person.attempt;
        if (attempt != null) {
            attempts.nextRound(nowNanos, attempt);
        }
        steps.check(rule, person);
        stays.forgetIfNothingIsLeft(person);
    }

    /** Nothing of the old page counts any more, not even that it wanted to play. */
    /** The person is there, who was lost or never seen before. */
    public void appeared(long nowNanos, SubjectId subject, Instance page) {
        Person person = stays.find(subject);
        if (person != null && page.isAnotherPageThan(person.lostPage)) {
            newPage(nowNanos, person);
            stays.forgetIfNothingIsLeft(person);
        }
    }

    private void newPage(long nowNanos, Person person) {
        pairs.forgetFailures(person, nowNanos);
        stays.drains.clear(person.drain);
        if (person.place.isWaiting()) {
            stays.unlist(person);
            stays.askedAgain.set(person.askAgain, nowNanos + config.askAgainNanos());
            if (person.place == Place.DRAINING) {
                person.place = Place.FREE;
            }
        }
    }

    private void tellWhereItIs(long nowNanos, Person person) {
        if (person.place.isWaiting()) {
            stays.news.tellState(nowNanos, person);
        } else if (person.place == Place.MATCHED) {
            matches.tell(person);
        } else {
            stays.news.tellOwedEnd(person);
        }
    }

    /** The person was away for longer than anything waits. */
    public void lost(long nowNanos, SubjectId subject, Instance page) {
        Person person = stays.find(subject);
        if (person == null) {
            return;
        }
        Rule rule = steps.visit(person, RoomInput.LOST);
        person.owedEnd = null;
        person.lostPage = page;
        if (rule.kind() == Rule.Kind.MOVES) {
            goOut(nowNanos, person, StayEnd.LOST, "member-lost");
        }
        steps.check(rule, person);
        stays.forgetIfNothingIsLeft(person);
    }

    /** A sign of life. Counts only where matches are made without measuring. */
    public void heard(long nowNanos, SubjectId subject) {
        Person person = stays.find(subject);
        if (person != null) {
            boolean wasSilent = nowNanos - person.heardAtNanos > config.heardWithinNanos();
            person.heardAtNanos = nowNanos;
            if (wasSilent) {
                stays.list(person);
            }
        }
    }

    /** Looks at everybody whose situation changed, in order of their turn. */
    public void lookAgain(long nowNanos) {
        looks.lookAtChanged(nowNanos);
    }

    /** A probe that was asked for has ended. */
    public void probeFinished(long nowNanos, ProbeEnd end) {
        Person a = stays.findOrNew(end.a().subject());
        Person b = stays.findOrNew(end.b().subject());
        attempts.probeFinished(nowNanos, a, b, end);
    }

    /** A result that came after the end of its probe: its sender has done with it. */
    public void lateResult(long nowNanos, SubjectId sender) {
        Person done = stays.find(sender);
        if (done != null && done.drain.isSet()) {
            stays.drains.clear(done.drain);
            attempts.drained(nowNanos, done);
        }
    }

    /** The same of the partner: what this one's page still pings is gone. */
    public void lateResultOfPartner(long nowNanos, SubjectId member) {
        Person left = stays.find(member);
        if (left != null && left.drain.isSet()) {
            long until = nowNanos + config.drainAfterOtherNanos();
            stays.drains.set(left.drain, Math.min(left.drain.atNanos(), until));
        }
    }

    /** Performs what is due. */
    public void wake(long nowNanos) {
        if (pairs.isDue(nowNanos)) {
            pairs.wake(nowNanos, this::pauseOver, stays::forgetIfNothingIsLeft);
        }
        Person drained = stays.drains.pollDue(nowNanos);
        while (drained != null) {
            attempts.drained(nowNanos, drained);
            drained = stays.drains.pollDue(nowNanos);
        }
        matches.wake(nowNanos);
        Person asked = stays.askedAgain.pollDue(nowNanos);
        while (asked != null) {
            askedInVain(nowNanos, asked);
            asked = stays.askedAgain.pollDue(nowNanos);
        }
        Person waited = stays.waitingTimes.pollDue(nowNanos);
        while (waited != null) {
            waitingTimeOver(nowNanos, waited);
            waited = stays.waitingTimes.pollDue(nowNanos);
        }
        stays.news.wake(nowNanos);
    }

    private void pauseOver(Pair pair) {
        stays.list(pair.a);
        stays.list(pair.b);
    }

    private void askedInVain(long nowNanos, Person person) {
        Rule rule = steps.visit(person, RoomInput.ASKED_IN_VAIN);
        stays.news.tellEnd(person, StayEnd.LEFT);
        goOut(nowNanos, person, StayEnd.LEFT, "member-left");
        steps.check(rule, person);
    }

    private void waitingTimeOver(long nowNanos, Person person) {
        Rule rule = steps.visit(person, RoomInput.WAITING_TIME_OVER);
        Attempt attempt = person.attempt;
        if (person.place == Place.PROBING && !person.overtime) {
            person.overtime = true;
            stays.waitingTimes.set(person.waitingTime, nowNanos + config.probeTimeoutNanos());
        } else {
            stays.expire(nowNanos, person);
        }
        if (attempt != null && person.place == Place.OUT) {
            attempts.dissolve(nowNanos, attempt);
        }
        steps.check(rule, person);
    }

    /** Ends every stay; matches in hold become final. Probes must have ended before. */
    public void shutdown(long nowNanos) {
        matches.shutdown();
        for (Person person : stays.everybody()) {
            Rule rule = steps.visit(person, RoomInput.SHUTDOWN);
            if (person.place.isWaiting()) {
                stays.close(nowNanos, person, StayEnd.SHUTDOWN, Place.OUT);
                stays.news.tellEnd(person, StayEnd.SHUTDOWN);
            }
            person.place = Place.OUT;
            stays.drains.clear(person.drain);
            steps.check(rule, person);
        }
        stays.people.clear();
        stays.news.stop();
    }

    /** When {@link #wake} is wanted. */
    public long nextDeadlineNanos() {
        return Math.min(
                stays.nextDeadlineNanos(),
                Math.min(matches.nextDeadlineNanos(), pairs.nextPauseEndNanos()));
    }

    /** One person, seen from outside. */
    public record Seen(SubjectId subject, Place place) {}

    /** Everybody who is known here, in the order in which they came. */
    public List<Seen> people() {
        List<Seen> seen = new ArrayList<>(stays.people.size());
        for (Person person : stays.people.values()) {
            seen.add(new Seen(person.subject, person.place));
        }
        return seen;
    }

    public int pendingTimers() {
        return stays.pendingTimers() + matches.pendingTimers();
    }

    public int rememberedPairs() {
        return pairs.size();
    }
}
