package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.StayEnd;

import java.util.List;

/**
 * No group of free, present people remains that the matchmaker would propose and no pause forbids.
 *
 * <p>Asked whenever somebody gives up waiting, and of everybody once the storm is over: by then
 * each had to be proposed. A pair whose last probe failed is {@link FailClass}' matter.
 */
final class NoLostWakeup extends Promise
        implements Hooks.OnStayClosed, Hooks.OnCalm, Hooks.AfterEvent {

    private static final long NOT_CALM = Long.MAX_VALUE;

    private final Proposals proposals;
    private long askAfterNanos = NOT_CALM;

    NoLostWakeup(Ledger ledger, Proposals proposals) {
        super(ledger, "NoLostWakeup", proposals.budget);
        this.proposals = proposals;
    }

    @Override
    public void stayClosed(Effect.StayClosed effect, Person person) {
        if (effect.reason() == StayEnd.EXPIRED || effect.reason() == StayEnd.LEFT) {
            ask(person);
        }
    }

    @Override
    public void calm() {
        askAfterNanos = ledger.nowNanos + budget.nanos();
    }

    @Override
    public void afterEvent(long nowNanos) {
        if (nowNanos > askAfterNanos) {
            askAfterNanos = NOT_CALM;
            for (Person person : ledger.waiting) {
                ask(person);
            }
        }
    }

    private void ask(Person person) {
        if (isViolated()) {
            return;
        }
        List<Person> group = proposals.around(person);
        if (!group.isEmpty() && !FailClass.hasFailedPair(ledger, group)) {
            fails(group
                    + " are free, present and not paused, and the matchmaker would propose them;"
                    + " a proposal within " + budget + " was expected");
        }
    }
}
