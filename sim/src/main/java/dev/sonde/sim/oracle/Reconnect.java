package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A subject back within its grace keeps its place, and hears its state. */
final class Reconnect extends Promise
        implements Hooks.OnInput, Hooks.OnStayClosed, Hooks.AfterEvent, Hooks.AtEnd {

    private static final long BETWEEN_STATES_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ArrayDeque<Return> returns = new ArrayDeque<>(1);

    /** Somebody came back to a place, on this connection. */
    private record Return(Connection on, long dueNanos) {}

    Reconnect(Ledger ledger) {
        super(
                ledger,
                "Reconnect",
                Budget.of(
                        // waiting_room goes to one person at most every 2 s (protocol.md).
                        Budget.term("between two states", BETWEEN_STATES_NANOS),
                        // The next of them may wait for a wake-up.
                        Budget.term("late wake-up", ledger.settings.latenessNanos())));
    }

    @Override
    public void input(Input input) {
        // What is overdue now was not made good by an earlier step.
        afterEvent(ledger.nowNanos);
        Connection on = ledger.on;
        if (!(input instanceof Input.Connect) || on == null || ledger.isShutDown) {
            return;
        }
        Person person = on.person;
        boolean isReturn = person.presenceStep == ledger.step && on.isCurrent();
        if (isReturn && (person.waiting || person.match != null)) {
            returns.add(new Return(on, ledger.nowNanos + budget.nanos()));
        }
    }

    @Override
    public void stayClosed(Effect.StayClosed effect, Person person) {
        long grace = ledger.settings.waiting().graceNanos();
        if (effect.reason() == StayEnd.LOST
                && !person.wasAwayFor(grace, ledger.step, ledger.nowNanos)) {
            fails(person + " was taken out of waiting as lost, but "
                    + (person.isPresent()
                            ? "is present"
                            : "is away for "
                                    + Words.millis(ledger.nowNanos - person.awaySinceNanos)
                                    + " only")
                    + "; a grace of " + Words.millis(grace) + " was expected");
        } else if (effect.reason() == StayEnd.LEFT
                && person.leaveStep != ledger.step
                && !person.owedJoinFor(grace, ledger.step, ledger.nowNanos)) {
            fails(person + " was taken out of waiting as left, but never said so");
        }
    }

    @Override
    public void afterEvent(long nowNanos) {
        Return first = returns.peek();
        while (first != null && (isSettled(first.on()) || nowNanos > first.dueNanos())) {
            if (!isSettled(first.on())) {
                fails(first.on().person
                        + " came back to a place, but did not hear how things stand;"
                        + " waiting_room or match_found within " + budget + " was expected");
            }
            returns.remove();
            first = returns.peek();
        }
    }

    private boolean isSettled(Connection on) {
        Person person = on.person;
        return !on.isCurrent()
                || person.heardState
                || person.owesJoin
                || person.probe != null
                || ledger.isShutDown
                || (!person.waiting && person.match == null);
    }

    @Override
    public void end(EndFacts facts) {
        LobbySnapshot snapshot = facts.snapshot();
        if (snapshot == null) {
            return;
        }
        Set<SubjectId> present = new LinkedHashSet<>();
        for (LobbySnapshot.Person person : snapshot.people()) {
            if (person.presence().equals("present")) {
                present.add(person.subject());
            }
        }
        for (SubjectId subject : facts.connected()) {
            if (!present.contains(subject)) {
                fails(subject + " has an open connection at the end, but the lobby does not take "
                        + subject + " for present");
            }
        }
    }
}
