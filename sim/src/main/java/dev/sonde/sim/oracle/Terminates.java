package dev.sonde.sim.oracle;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ProbeOutcome.Phase;

import java.util.ArrayDeque;

/** No live probe is older than its limit (preparing, settling, overall) plus allowed lateness. */
final class Terminates extends Invariant implements Hooks.OnInput, Hooks.AfterEvent {

    private final ArrayDeque<ProbeLog> settling = new ArrayDeque<>(1);

    Terminates(Ledger ledger) {
        super(ledger, "Terminates");
    }

    @Override
    public void input(Input input) {
        // What is overdue now was not ended by an earlier step.
        afterEvent(ledger.nowNanos);
        ProbeLog probe = ledger.named;
        if (probe != null && probe.phase == Phase.SETTLING && probe.phaseStep == ledger.step) {
            settling.add(probe);
        }
    }

    @Override
    public void afterEvent(long nowNanos) {
        OracleSettings.ProbeTimes times = ledger.settings.probe();
        ProbeLog probe = ledger.live.peek();
        while (probe != null && !probe.isLive()) {
            ledger.live.remove();
            probe = ledger.live.peek();
        }
        if (probe != null) {
            check(probe, "live", nowNanos - probe.createdAtNanos, times.timeoutNanos());
        }
        probe = ledger.preparing.peek();
        while (probe != null && probe.phase != Phase.PREPARING) {
            ledger.preparing.remove();
            probe = ledger.preparing.peek();
        }
        if (probe != null) {
            check(probe, "preparing", nowNanos - probe.createdAtNanos, times.preparingNanos());
        }
        probe = settling.peek();
        while (probe != null && !probe.isLive()) {
            settling.remove();
            probe = settling.peek();
        }
        if (probe != null) {
            check(probe, "settling", nowNanos - probe.firstReportAtNanos, times.settleNanos());
        }
    }

    private void check(ProbeLog probe, String what, long age, long limit) {
        if (age > limit + ledger.settings.latenessNanos()) {
            fails(Words.probe(probe) + " is " + what + " for " + Words.millis(age) + "; at most "
                    + Words.millis(limit) + " and a late wake-up of "
                    + Words.millis(ledger.settings.latenessNanos()) + " were expected");
        }
    }
}
