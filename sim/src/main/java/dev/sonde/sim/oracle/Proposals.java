package dev.sonde.sim.oracle;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.matchmaking.Waiting;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Finds people whom the matchmaker would propose, and whom a right lobby had the time to. */
final class Proposals {

    /** Looks at candidates in one run; beyond it nothing more is found, nothing false. */
    private static final long MOST_LOOKS = 20_000_000;

    private static final long HEARD_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** How long somebody may be free without a proposal. */
    final Budget budget;

    private final long budgetNanos;
    private final Ledger ledger;
    private long looks;
    private long cachedStep = -1;

    @Nullable
    private Person cachedSeeker;

    private List<Person> cached = List.of();

    Proposals(Ledger ledger) {
        this.ledger = ledger;
        boolean isGroup = ledger.settings.groupSize() > 2 && ledger.settings.isMeasuring();
        budget = Budget.of(
                // The lobby acts on a change at once, or at its next wake-up.
                Budget.term("late wake-up", ledger.settings.latenessNanos()),
                // In an attempt of three or more, each waits while others are measured ...
                Budget.term(
                        "probe of others", isGroup ? ledger.settings.probe().timeoutNanos() : 0),
                // ... and while a partner's client may still be measuring.
                Budget.term("draining of others", isGroup ? DrainingBook.AFTER_START_NANOS : 0));
        budgetNanos = budget.nanos();
    }

    /** A group with this person that could have been proposed, or none. */
    List<Person> around(Person seeker) {
        if (cachedStep != ledger.step || cachedSeeker != seeker) {
            cachedStep = ledger.step;
            cachedSeeker = seeker;
            cached = find(seeker);
        }
        return cached;
    }

    private List<Person> find(Person seeker) {
        if (looks > MOST_LOOKS || !isFree(seeker)) {
            return List.of();
        }
        List<Person> group = propose(seeker, ledger.waiting);
        if (group.isEmpty() || !mayAllMeet(group)) {
            return List.of();
        }
        Person longest = group.get(0);
        for (Person member : group) {
            if (member.joinedAtNanos < longest.joinedAtNanos) {
                longest = member;
            }
        }
        // The lobby asks for the one who waits longest, and measures in the order of the ranking.
        return longest == seeker || !propose(longest, group).isEmpty() ? group : List.of();
    }

    private List<Person> propose(Person seeker, Collection<Person> among) {
        View view = new View(seeker, among);
        try {
            List<Candidate> found = ledger.settings
                    .matchmaker()
                    .findMatch(seeker, view, ledger.settings.groupSize());
            boolean isRanked = !ledger.settings.isMeasuring()
                    || ledger.settings.matchmaker().rankCandidates(seeker, view).hasNext();
            return isRanked && found.size() == ledger.settings.groupSize()
                    ? found.stream().map(Person.class::cast).toList()
                    : List.of();
        } catch (RuntimeException | StackOverflowError strategyFailed) {
            // The lobby gets the same answer: a strategy that throws proposes nobody.
            return List.of();
        }
    }

    private boolean mayAllMeet(List<Person> group) {
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!mayMeet(group.get(i), group.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean mayMeet(Person one, Person other) {
        long settled = ledger.nowNanos - budgetNanos - 1;
        return one != other
                && !ledger.pairs.mayRest(one, other, settled)
                // Equal for their clients: never paired, whether or not anything is measured.
                && ClientOrder.compare(one.subject, other.subject) != 0;
    }

    /** True if the person was free for longer than the budget. */
    boolean isFree(Person person) {
        if (!person.waiting
                || !person.isPresent()
                || person.probe != null
                || person.owesJoin
                || ledger.isShutDown
                || isBeingMatched(person)) {
            return false;
        }
        long since = person.changedAtNanos;
        if (person.drainingFor != null) {
            since = StrictMath.max(since, person.drainingUntilNanos);
        }
        if (!ledger.settings.isMeasuring()) {
            since = StrictMath.max(since, person.heardAtNanos);
            if (ledger.nowNanos - person.heardAtNanos > HEARD_NANOS) {
                return false;
            }
        }
        boolean isOut = ledger.nowNanos - person.joinedAtNanos
                > ledger.settings.waiting().timeNanos() + ledger.settings.latenessNanos();
        return !isOut && since + budgetNanos < ledger.nowNanos;
    }

    /** True while an accepted match waits for a partner who is away or has just come back. */
    private boolean isBeingMatched(Person person) {
        Person partner = person.acceptedWith;
        return partner != null
                && (!partner.isPresent() || partner.backAtNanos + budgetNanos >= ledger.nowNanos);
    }

    /** Those among some whom the lobby could have proposed to one seeker. */
    private final class View implements Waiting {

        private final Person seeker;
        private final Collection<Person> among;

        View(Person seeker, Collection<Person> among) {
            this.seeker = seeker;
            this.among = among;
        }

        @Override
        public Iterator<Candidate> inOrder() {
            return those(person -> true);
        }

        @Override
        public Iterator<Candidate> withServerRttUpTo(double maxMillis) {
            return those(person -> person.serverRttMillis.isEmpty()
                    || person.serverRttMillis.getAsDouble() <= maxMillis);
        }

        @Override
        public @Nullable Candidate find(SubjectId subject) {
            Person person = ledger.knownPerson(subject);
            return person != null && among.contains(person) && isOpen(person) ? person : null;
        }

        @Override
        public Iterator<Candidate> whoPlayedWith(SubjectId subject) {
            return those(person -> person.groupHistory.contains(subject));
        }

        private Iterator<Candidate> those(Predicate<Person> which) {
            return among.stream()
                    .filter(person -> isOpen(person) && which.test(person))
                    .map(Candidate.class::cast)
                    .iterator();
        }

        private boolean isOpen(Person person) {
            return looks++ < MOST_LOOKS && isFree(person) && mayMeet(seeker, person);
        }
    }
}
