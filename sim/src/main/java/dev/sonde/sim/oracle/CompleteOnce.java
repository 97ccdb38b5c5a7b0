package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Reason;

import org.jspecify.annotations.Nullable;

/** Each created probe completes exactly once, never inside the creating call. */
final class CompleteOnce extends Invariant implements Hooks.OnCreated, Hooks.OnFinished {

    CompleteOnce(Ledger ledger) {
        super(ledger, "CompleteOnce");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        ProbeLog known = ledger.probe(effect.probe());
        if (known != null) {
            fails("a probe of " + a + " and " + b + " was created under the id of "
                    + Words.probe(known) + "; a new id was expected");
        }
    }

    @Override
    public void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        if (probe == null || !probe.isLive()) {
            fails("the probe of " + effect.subjectA() + " and " + effect.subjectB() + " completed ("
                    + effect.outcome().wireName() + "), but no such probe was live;"
                    + " one completion for each creation was expected");
        } else if (!isOf(probe, effect)) {
            fails(Words.probe(probe) + " completed as one of " + effect.subjectA() + " and "
                    + effect.subjectB() + "; its own members were expected");
        } else if (probe.createdStep == ledger.step && !endedByThisInput(effect.outcome())) {
            fails(Words.probe(probe) + " completed (" + effect.outcome().wireName()
                    + ") inside the call that created it; a later call was expected");
        }
    }

    private static boolean isOf(ProbeLog probe, Effect.ProbeFinished effect) {
        return (probe.a.person.subject.equals(effect.subjectA())
                        && probe.b.person.subject.equals(effect.subjectB()))
                || (probe.a.person.subject.equals(effect.subjectB())
                        && probe.b.person.subject.equals(effect.subjectA()));
    }

    /** What was due may create a probe, and then the input itself may end it. */
    private boolean endedByThisInput(ProbeOutcome outcome) {
        if (!(outcome instanceof ProbeOutcome.Failed failed)) {
            return false;
        }
        if (failed.reason() == Reason.SHUTDOWN) {
            return ledger.input instanceof Input.Shutdown;
        }
        return failed.reason() == Reason.MEMBER_LEFT
                && ledger.input instanceof Input.Receive receive
                && receive.message() instanceof ClientMessage.Leave;
    }
}
