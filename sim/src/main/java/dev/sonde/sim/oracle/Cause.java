package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;

import org.jspecify.annotations.Nullable;

/**
 * Every failure's reason is backed by an event: timeout only at a limit, reported-failure only when
 * the policy says so, lost only after grace.
 */
final class Cause extends Invariant implements Hooks.OnFinished {

    Cause(Ledger ledger) {
        super(ledger, "Cause");
    }

    @Override
    public void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        if (probe == null
                || !probe.isLive()
                || !(effect.outcome() instanceof ProbeOutcome.Failed failed)) {
            return;
        }
        String missing = missing(probe, failed);
        if (!missing.isEmpty()) {
            fails(Words.probe(probe) + " failed (" + failed.wireName() + ", "
                    + failed.phase().wireName() + ", " + Words.millis(age(probe)) + " old), but "
                    + missing);
        }
    }

    private String missing(ProbeLog probe, ProbeOutcome.Failed failed) {
        return switch (failed.reason()) {
            case TIMEOUT -> timeout(probe);
            case REPORTED_FAILURE -> reportedFailure(probe);
            case NO_SOCKET ->
                probe.lacksSocket ? "" : "both members had a socket when it was created";
            case MEMBER_LEFT -> left(probe.a) || left(probe.b) ? "" : "neither member left";
            case MEMBER_LOST ->
                lost(probe.a) || lost(probe.b) ? "" : "neither member was away for the grace";
            case SUPERSEDED ->
                superseded(probe.a) || superseded(probe.b)
                        ? ""
                        : "no other page took a member's place";
            case SHUTDOWN -> ledger.isShutDown ? "" : "nobody shut the lobby down";
        };
    }

    private String timeout(ProbeLog probe) {
        if (probe.phaseAtStartOf(ledger.step) == Phase.SETTLING) {
            return "a report was in hand; its result was expected";
        }
        boolean isPreparing = probe.phaseAtStartOf(ledger.step) == Phase.PREPARING;
        long limit = isPreparing
                ? StrictMath.min(times().preparingNanos(), times().timeoutNanos())
                : times().timeoutNanos();
        return age(probe) >= limit
                ? ""
                : "its limit is " + Words.millis(limit) + "; a later timeout was expected";
    }

    private String reportedFailure(ProbeLog probe) {
        boolean aFailed = probe.a.said == Side.Said.FAILURE;
        boolean bFailed = probe.b.said == Side.Said.FAILURE;
        if (!aFailed && !bFailed) {
            return "neither member reported a failure";
        }
        if (successInHandBeforeNow(probe)) {
            return "a success was in hand; its result was expected";
        }
        if ((aFailed && bFailed) || !probe.isStarted() || settlingIsOver(probe)) {
            return "";
        }
        return "the other member's result was still awaited and may be a success";
    }

    /** A success of this step may be too late for what was due. */
    private boolean successInHandBeforeNow(ProbeLog probe) {
        return isSuccessBeforeNow(probe.a) || isSuccessBeforeNow(probe.b);
    }

    private boolean isSuccessBeforeNow(Side side) {
        return side.said == Side.Said.SUCCESS && side.saidStep != ledger.step;
    }

    private boolean settlingIsOver(ProbeLog probe) {
        return ledger.nowNanos - probe.firstReportAtNanos >= times().settleNanos()
                || age(probe) >= times().timeoutNanos()
                || ledger.isShutDown
                || isGone(probe.a)
                || isGone(probe.b);
    }

    private boolean isGone(Side side) {
        return left(side) || lost(side) || superseded(side);
    }

    private boolean left(Side side) {
        Person person = side.person;
        return person.leaveStep == ledger.step
                || person.owedJoinFor(
                        ledger.settings.waiting().graceNanos(), ledger.step, ledger.nowNanos);
    }

    private boolean lost(Side side) {
        return side.person.wasAwayFor(times().graceNanos(), ledger.step, ledger.nowNanos);
    }

    private boolean superseded(Side side) {
        return side.hasNewPage;
    }

    private OracleSettings.ProbeTimes times() {
        return ledger.settings.probe();
    }

    private long age(ProbeLog probe) {
        return ledger.nowNanos - probe.createdAtNanos;
    }
}
