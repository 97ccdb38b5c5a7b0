package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.StayEnd;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Nobody waits longer than the waiting time plus one running probe's limit plus lateness; everyone
 * who expired was told.
 */
final class BoundedWait extends Invariant
        implements Hooks.OnInput,
                Hooks.OnStayOpened,
                Hooks.OnStayClosed,
                Hooks.AfterStep,
                Hooks.AfterEvent {

    private final ArrayDeque<Stay> fresh = new ArrayDeque<>(1);
    private final PriorityQueue<Stay> reopened =
            new PriorityQueue<>(1, Comparator.comparingLong(Stay::boundNanos));
    private final List<Person> expired = new ArrayList<>();
    private final long longestNanos;

    private record Stay(Person person, long openedAtNanos, long boundNanos) {}

    BoundedWait(Ledger ledger) {
        super(ledger, "BoundedWait");
        longestNanos = ledger.settings.waiting().timeNanos()
                + ledger.settings.probe().timeoutNanos()
                + ledger.settings.latenessNanos();
    }

    @Override
    public void input(Input input) {
        // Who is overdue now was not let out by an earlier step.
        afterEvent(ledger.nowNanos);
    }

    @Override
    public void stayOpened(Effect.StayOpened effect, Person person) {
        long bound = StrictMath.max(
                effect.joinedAtNanos() + longestNanos,
                ledger.nowNanos + ledger.settings.latenessNanos());
        Stay stay = new Stay(person, ledger.nowNanos, bound);
        if (effect.joinedAtNanos() == ledger.nowNanos) {
            fresh.add(stay);
        } else {
            reopened.add(stay);
        }
    }

    @Override
    public void stayClosed(Effect.StayClosed effect, Person person) {
        if (effect.reason() == StayEnd.EXPIRED) {
            expired.add(person);
        }
    }

    @Override
    public void afterStep() {
        if (expired.isEmpty()) {
            return;
        }
        for (Person person : expired) {
            if (person.isPresent()
                    && person.presenceStep != ledger.step
                    && person.toldClosedStep != ledger.step) {
                fails(person + "'s waiting time was over, but " + person + " was not told");
            }
        }
        expired.clear();
    }

    @Override
    public void afterEvent(long nowNanos) {
        Stay stay = fresh.peek();
        while (stay != null && isSettled(stay, nowNanos)) {
            fresh.remove();
            stay = fresh.peek();
        }
        stay = reopened.peek();
        while (stay != null && isSettled(stay, nowNanos)) {
            reopened.remove();
            stay = reopened.peek();
        }
    }

    /** True if there is nothing more to watch about this stay. */
    private boolean isSettled(@Nullable Stay stay, long nowNanos) {
        if (stay == null) {
            return true;
        }
        Person person = stay.person();
        if (!person.waiting || person.stayOpenedAtNanos != stay.openedAtNanos()) {
            return true;
        }
        // An accepted match may wait for a partner who is away.
        long grace = person.acceptedWith == null ? 0 : ledger.settings.waiting().graceNanos();
        if (nowNanos <= stay.boundNanos() + grace) {
            return false;
        }
        fails(person + " is waiting for " + Words.millis(nowNanos - person.joinedAtNanos)
                + "; at most " + Words.millis(ledger.settings.waiting().timeNanos())
                + ", a probe of " + Words.millis(ledger.settings.probe().timeoutNanos())
                + " and a late wake-up of " + Words.millis(ledger.settings.latenessNanos())
                + " were expected");
        return true;
    }
}
