package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.StayEnd;

import java.util.ArrayList;
import java.util.List;

/**
 * A subject is in exactly one of idle, waiting, matched; every present member of a match is sent
 * it; who joins is waiting or matched afterwards.
 */
final class AtomicMatch extends Invariant
        implements Hooks.OnStayOpened,
                Hooks.OnStayClosed,
                Hooks.OnMatchFormed,
                Hooks.OnRefused,
                Hooks.AfterStep {

    private final List<Person> opened = new ArrayList<>();
    private final List<Person> closedAsMatched = new ArrayList<>();
    private final List<Person> matched = new ArrayList<>();
    private boolean mayStayOut;

    AtomicMatch(Ledger ledger) {
        super(ledger, "AtomicMatch");
    }

    @Override
    public void stayOpened(Effect.StayOpened effect, Person person) {
        if (person.waiting) {
            fails(person + " was put into waiting while waiting; one stay at a time was expected");
        }
        opened.add(person);
    }

    @Override
    public void stayClosed(Effect.StayClosed effect, Person person) {
        if (!person.waiting) {
            fails(person + " was taken out of waiting (" + effect.reason().wireName()
                    + ") while not waiting");
        }
        if (effect.reason() == StayEnd.MATCHED) {
            closedAsMatched.add(person);
        }
    }

    @Override
    public void matchFormed(Effect.MatchFormed effect, List<Person> members) {
        for (Person member : members) {
            if (member.match != null) {
                fails(member + " was matched twice; one match at a time was expected");
            }
            matched.add(member);
        }
    }

    @Override
    public void refused(Effect.Refused effect) {
        mayStayOut |= switch (effect.reason()) {
            case FULL, WRONG_POOL, RATE_LIMIT, TOO_LARGE, MALFORMED, UNAUTHENTICATED -> true;
            default -> false;
        };
    }

    @Override
    public void afterStep() {
        if (!opened.isEmpty() || !matched.isEmpty() || !closedAsMatched.isEmpty()) {
            checkPlaces();
        }
        checkJoin();
        mayStayOut = false;
    }

    private void checkPlaces() {
        for (Person person : opened) {
            if (person.waiting && person.match != null) {
                fails(person + " is waiting and matched at once");
            }
        }
        for (Person person : closedAsMatched) {
            if (person.matchedStep != ledger.step) {
                fails(person + " was taken out of waiting as matched, but is in no match");
            }
        }
        for (Person person : matched) {
            checkMember(person);
        }
        opened.clear();
        closedAsMatched.clear();
        matched.clear();
    }

    private void checkMember(Person person) {
        if (person.waiting && person.match != null) {
            fails(person + " is waiting and matched at once");
        } else if (person.isPresent()
                && person.presenceStep != ledger.step
                && person.toldMatchStep != ledger.step) {
            fails(person + " was matched, but was not sent the match");
        }
    }

    private void checkJoin() {
        Connection on = ledger.on;
        if (on == null
                || !on.isCurrent()
                || mayStayOut
                || ledger.isShutDown
                || !(ledger.input instanceof Input.Receive receive)
                || !(receive.message() instanceof ClientMessage.Join)) {
            return;
        }
        Person person = on.person;
        if (!person.waiting
                && person.match == null
                && person.stayClosedStep != ledger.step
                && person.matchedStep != ledger.step) {
            fails(person + " joined, but is neither waiting nor matched");
        }
    }
}
