package dev.sonde.probe;

import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

/** Gives each probe its one outcome, and says what comes after it. */
final class Endings {

    private final ResultPolicy policy;
    private final ProbeMemory memory;
    private final ProbeLimits limits;
    private final Mailbox mailbox;
    private final ProbeSink sink;

    Endings(
            ResultPolicy policy,
            ProbeMemory memory,
            ProbeLimits limits,
            Mailbox mailbox,
            ProbeSink sink) {
        this.policy = policy;
        this.memory = memory;
        this.limits = limits;
        this.mailbox = mailbox;
        this.sink = sink;
    }

    /** Ends a probe by the reports that are in hand. */
    void decide(long nowNanos, Probe probe) {
        end(nowNanos, probe, probe.outcomeOfReports(policy));
    }

    void fail(long nowNanos, Probe probe, Reason reason) {
        end(nowNanos, probe, new ProbeOutcome.Failed(reason, probe.phase));
    }

    private void end(long nowNanos, Probe probe, ProbeOutcome outcome) {
        boolean membersKnowOfIt = probe.overall.isSet();
        limits.ended(probe);
        probe.phase = Phase.ENDED;
        memory.ended(nowNanos, probe);
        if (membersKnowOfIt) {
            cancel(probe, probe.a, outcome);
            cancel(probe, probe.b, outcome);
        }
        sink.finished(new ProbeEnd(probe.id, probe.a.end(), probe.b.end(), outcome));
        probe.a.forgetWhen();
        probe.b.forgetWhen();
    }

    private void cancel(Probe probe, Member member, ProbeOutcome outcome) {
        member.takeHeld();
        if (!member.hasReported()) {
            mailbox.send(member, new ServerMessage.Cancel(probe.id, outcome.wireName()));
        }
    }

    /** Whoever has been in another probe since may be measuring for that one. */
    void lateResult(Probe probe, Member sender) {
        if (memory.latestOf(sender.subject) == probe) {
            sink.lateResult(sender.subject);
        }
        SubjectId other = probe.other(sender).subject;
        if (memory.latestOf(other) == probe) {
            sink.lateResultOfPartner(other);
        }
    }
}
