package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Who loses a partner before the match is final is waiting again, with the old join time; and a
 * match whose member left or was lost before does not become final.
 */
final class Survivor extends Promise
        implements Hooks.OnInput,
                Hooks.OnMatchFinal,
                Hooks.OnMatchCancelled,
                Hooks.AfterStep,
                Hooks.AfterEvent,
                Hooks.AtEnd {

    private final ArrayDeque<Owed> owed = new ArrayDeque<>(1);

    /** The match that this step's input has to undo. */
    @Nullable
    private MatchLog leftMatch;

    /** A place in waiting that somebody is to get back. */
    private record Owed(Person person, long joinedAtNanos, long sinceStep, long dueNanos) {}

    Survivor(Ledger ledger) {
        super(
                ledger,
                "Survivor",
                Budget.of(
                        // The lobby cancels in the step in which it learns of the loss, which may
                        // be a wake-up.
                        Budget.term("late wake-up", ledger.settings.latenessNanos())));
    }

    @Override
    public void input(Input input) {
        // What is overdue now was not made good by an earlier step.
        afterEvent(ledger.nowNanos);
        leftMatch = null;
        Connection on = ledger.on;
        if (on != null
                && on.isCurrent()
                && input instanceof Input.Receive receive
                && receive.message() instanceof ClientMessage.Leave) {
            MatchLog match = on.person.match;
            if (match != null && ledger.nowNanos < endOfHold(match)) {
                leftMatch = match;
            }
        }
    }

    private long endOfHold(MatchLog match) {
        return match.formedAtNanos + ledger.settings.waiting().holdNanos();
    }

    @Override
    public void matchFinal(Effect.MatchFinal effect, @Nullable MatchLog match) {
        if (match == null || ledger.isShutDown) {
            return;
        }
        for (Person member : match.members) {
            if (wasLostInHold(member, match)) {
                fails("the match of " + match.members + " became final though " + member
                        + " was lost before");
            }
        }
        if (ledger.nowNanos < endOfHold(match)) {
            fails("the match of " + match.members + " became final after "
                    + Words.millis(ledger.nowNanos - match.formedAtNanos) + "; a hold of "
                    + Words.millis(ledger.settings.waiting().holdNanos()) + " was expected");
        }
    }

    private boolean wasLostInHold(Person member, MatchLog match) {
        return !member.isPresent()
                && member.presenceStep != ledger.step
                && member.awaySinceNanos + ledger.settings.waiting().graceNanos()
                        < endOfHold(match);
    }

    @Override
    public void matchCancelled(Effect.MatchCancelled effect, @Nullable MatchLog match) {
        if (match == null || ledger.isShutDown) {
            return;
        }
        for (int i = 0; i < match.members.size(); i++) {
            Person member = match.members.get(i);
            long expiry = match.joinedAtNanos[i] + ledger.settings.waiting().timeNanos();
            if (!isGone(member) && ledger.nowNanos < expiry) {
                long due = ledger.nowNanos + budget.nanos();
                owed.add(new Owed(member, match.joinedAtNanos[i], ledger.step, due));
            }
        }
    }

    private boolean isGone(Person member) {
        return member.leaveStep == ledger.step
                || member.wasAwayFor(
                        ledger.settings.waiting().graceNanos(), ledger.step, ledger.nowNanos);
    }

    @Override
    public void afterStep() {
        MatchLog match = leftMatch;
        if (match != null && !match.isOver) {
            fails("a member left the match of " + match.members
                    + " during its hold, but the match was not cancelled");
        }
        if (!owed.isEmpty()) {
            settle();
        }
    }

    private void settle() {
        Iterator<Owed> all = owed.iterator();
        while (all.hasNext()) {
            Owed one = all.next();
            Person person = one.person();
            boolean isBack = person.stayOpenedStep >= one.sinceStep();
            if (isBack && person.joinedAtNanos != one.joinedAtNanos()) {
                fails(person + " lost a partner and is waiting again, but from "
                        + Words.millis(person.joinedAtNanos) + " on; the old join time of "
                        + Words.millis(one.joinedAtNanos()) + " was expected");
            }
            if (isBack
                    || person.leaveStep >= one.sinceStep()
                    || !person.isPresent()
                    || ledger.isShutDown) {
                all.remove();
            }
        }
    }

    @Override
    public void afterEvent(long nowNanos) {
        Owed one = owed.peek();
        if (one != null && nowNanos > one.dueNanos()) {
            fail(one);
        }
    }

    @Override
    public void end(EndFacts facts) {
        Owed one = owed.peek();
        if (one != null) {
            fail(one);
        }
    }

    private void fail(Owed one) {
        fails(one.person() + " lost a partner before the match was final, but is not waiting again;"
                + " the old place within " + budget + " was expected");
        owed.clear();
    }
}
