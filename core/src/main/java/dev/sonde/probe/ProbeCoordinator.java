package dev.sonde.probe;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.Initiative;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets up probes, relays their signals and gives each of them exactly one outcome.
 *
 * <p>Passive; callers pass the time, which never goes back, and call {@link #wake} before anything
 * else that they do at a later instant.
 */
public final class ProbeCoordinator {

    private final ProbeConfig config;
    private final Ids ids;
    private final ProbeSink sink;
    private final Mailbox mailbox;
    private final Relay relay;
    private final ProbeMemory memory;
    private final ProbeLimits limits;
    private final Endings endings;
    private final Visits visits = ProbeTable.TABLE.newVisits();

    public ProbeCoordinator(
            ProbeConfig config,
            Sockets sockets,
            Ids ids,
            TurnCredentialSource turn,
            ProbeSink sink) {
        this.config = config;
        this.ids = ids;
        this.sink = sink;
        this.mailbox = new Mailbox(sockets, turn, sink);
        this.relay = new Relay(config, mailbox);
        this.memory = new ProbeMemory(config);
        this.limits = new ProbeLimits(config);
        this.endings = new Endings(config.results(), memory, limits, mailbox, sink);
    }

    /** The table that this machine runs by. */
    public static TransitionTable<?, ?> table() {
        return ProbeTable.TABLE;
    }

    public Visits visits() {
        return visits;
    }

    /**
     * Creates a probe between two subjects and tells both to prepare. If one of them has no socket,
     * the probe ends at once; like every end, that is said to the sink and performed by the caller
     * later.
     *
     * @throws IllegalArgumentException if the two are one, if nobody of them would offer, or if one
     *     is in a live probe
     */
    public void create(long nowNanos, SubjectId subjectA, SubjectId subjectB) {
        if (subjectA.equals(subjectB) || !Initiative.isDecided(subjectA, subjectB)) {
            throw new IllegalArgumentException(
                    "no probe between " + subjectA + " and " + subjectB + ": nobody would offer");
        }
        if (isProbing(subjectA) || isProbing(subjectB)) {
            throw new IllegalArgumentException(
                    subjectA + " or " + subjectB + " is in a live probe already");
        }
        Probe probe = new Probe(ids.nextProbe(), subjectA, subjectB);
        memory.add(probe);
        sink.created(probe.id, subjectA, subjectB);
        if (!mailbox.reaches(probe.a) || !mailbox.reaches(probe.b)) {
            endings.fail(nowNanos, probe, Reason.NO_SOCKET);
            return;
        }
        limits.created(nowNanos, probe);
        mailbox.prepare(nowNanos, probe, probe.a);
        mailbox.prepare(nowNanos, probe, probe.b);
    }

    /** True if the subject is in a live probe. */
    public boolean isProbing(SubjectId subject) {
        Probe probe = memory.latestOf(subject);
        return probe != null && probe.isLive();
    }

    /** A member's message about a probe. The socket is the subject's current one. */
    public void receive(
            long nowNanos, SocketId socket, SubjectId subject, ProbeId id, ClientMessage message) {
        Probe probe = memory.find(id);
        if (probe == null) {
            sink.refused(socket, message.event(), Refusal.UNKNOWN_PROBE);
            return;
        }
        Member member = probe.member(subject);
        if (member == null) {
            sink.refused(socket, message.event(), Refusal.NOT_A_MEMBER);
            return;
        }
        Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.of(message), visits);
        Refusal refusal = rule.refusal();
        if (refusal == null && rule.kind() == Rule.Kind.MOVES) {
            refusal = perform(nowNanos, probe, member, message);
            ProbeTable.TABLE.check(rule, probe.phase);
        }
        if (refusal != null) {
            sink.refused(socket, message.event(), refusal);
        }
    }

    /** Does what the message asks for; gives a reason if it is refused after all. */
    private @Nullable Refusal perform(
            long nowNanos, Probe probe, Member member, ClientMessage message) {
        if (message instanceof ClientMessage.Signal signal) {
            return relay.relay(probe, member, signal);
        }
        if (message instanceof ClientMessage.Result result) {
            return report(nowNanos, probe, member, result.report());
        }
        if (message instanceof ClientMessage.Ready) {
            return ready(nowNanos, probe, member);
        }
        return connected(probe, member);
    }

    private @Nullable Refusal ready(long nowNanos, Probe probe, Member member) {
        if (member.ready) {
            return Refusal.DUPLICATE;
        }
        member.ready = true;
        if (!probe.other(member).ready) {
            return null;
        }
        limits.connecting(probe);
        probe.phase = Phase.CONNECTING;
        // The answerer first: an offer that overtakes the start would be lost.
        boolean offersA = Initiative.compare(probe.a.subject, probe.b.subject) < 0;
        start(nowNanos, probe, offersA ? probe.b : probe.a);
        start(nowNanos, probe, offersA ? probe.a : probe.b);
        return null;
    }

    private void start(long nowNanos, Probe probe, Member member) {
        member.startedNanos = nowNanos;
        mailbox.send(member, new ServerMessage.Start(probe.id));
    }

    private static @Nullable Refusal connected(Probe probe, Member member) {
        if (member.connected) {
            return Refusal.DUPLICATE;
        }
        member.connected = true;
        if (probe.phase == Phase.CONNECTING) {
            probe.phase = Phase.MEASURING;
        }
        return null;
    }

    private @Nullable Refusal report(long nowNanos, Probe probe, Member member, Report report) {
        if (member.hasReported()) {
            return Refusal.DUPLICATE_RESULT;
        }
        member.reportedNanos = nowNanos;
        if (report instanceof Report.Success success) {
            member.rttMillis = success.rttMillis();
        }
        if (probe.phase == Phase.ENDED) {
            member.forgetWhen();
            endings.lateResult(probe, member);
        } else if (probe.phase == Phase.PREPARING) {
            endings.fail(nowNanos, probe, Reason.REPORTED_FAILURE);
        } else if (probe.other(member).hasReported()
                || (member.hasSucceeded() && config.results() == ResultPolicy.FIRST)) {
            endings.decide(nowNanos, probe);
        } else {
            probe.phase = Phase.SETTLING;
            limits.settling(nowNanos, probe);
        }
        return report instanceof Report.Invalid ? Refusal.INVALID_RTT : null;
    }

    /**
     * Performs what is due. Forgetting ended probes has no deadline of its own: it waits for this.
     */
    public void wake(long nowNanos) {
        Probe forgotten = memory.forgetOne(nowNanos);
        while (forgotten != null) {
            ProbeTable.TABLE.visit(forgotten.phase, ProbeInput.LIMIT, visits);
            forgotten = memory.forgetOne(nowNanos);
        }
        Probe due = limits.pollDue(nowNanos);
        while (due != null) {
            limitPassed(nowNanos, due);
            due = limits.pollDue(nowNanos);
        }
    }

    private void limitPassed(long nowNanos, Probe probe) {
        Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.LIMIT, visits);
        if (probe.phase == Phase.SETTLING) {
            endings.decide(nowNanos, probe);
        } else {
            endings.fail(nowNanos, probe, Reason.TIMEOUT);
        }
        ProbeTable.TABLE.check(rule, probe.phase);
    }

    /** A member's connection is gone; it may come back. */
    public void memberAway(SubjectId subject) {
        Probe probe = memory.latestOf(subject);
        if (probe == null) {
            return;
        }
        Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.MEMBER_AWAY, visits);
        if (rule.kind() == Rule.Kind.MOVES) {
            probe.memberFor(subject).ready = false;
        }
    }

    /** A member is on a new connection. */
    public void memberBack(long nowNanos, SubjectId subject, boolean anotherPage) {
        Probe probe = memory.latestOf(subject);
        if (probe == null) {
            return;
        }
        ProbeInput input = anotherPage ? ProbeInput.MEMBER_ON_ANOTHER_PAGE : ProbeInput.MEMBER_BACK;
        Rule rule = ProbeTable.TABLE.visit(probe.phase, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return;
        }
        Member member = probe.memberFor(subject);
        if (anotherPage) {
            // The page that got the start is gone, and whatever it measured with it.
            member.startedNanos = ProbeEnd.NEVER;
        }
        if (probe.phase == Phase.PREPARING) {
            member.ready = false;
            mailbox.prepare(nowNanos, probe, member);
        } else if (!anotherPage) {
            relay.flush(probe, member);
        } else if (probe.phase != Phase.SETTLING) {
            endings.fail(nowNanos, probe, Reason.SUPERSEDED);
        } else if (!member.hasReported()) {
            endings.decide(nowNanos, probe);
        }
        ProbeTable.TABLE.check(rule, probe.phase);
    }

    /** A member left the waiting room. */
    public void memberLeft(long nowNanos, SubjectId subject) {
        memberGone(nowNanos, subject, ProbeInput.MEMBER_LEFT, Reason.MEMBER_LEFT);
    }

    /** A member was away for longer than a probe waits. */
    public void memberLost(long nowNanos, SubjectId subject) {
        memberGone(nowNanos, subject, ProbeInput.MEMBER_LOST, Reason.MEMBER_LOST);
    }

    private void memberGone(long nowNanos, SubjectId subject, ProbeInput input, Reason reason) {
        Probe probe = memory.latestOf(subject);
        if (probe == null) {
            return;
        }
        Rule rule = ProbeTable.TABLE.visit(probe.phase, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return;
        }
        if (probe.phase == Phase.SETTLING && !probe.memberFor(subject).hasReported()) {
            endings.decide(nowNanos, probe);
        } else {
            endings.fail(nowNanos, probe, reason);
        }
        ProbeTable.TABLE.check(rule, probe.phase);
    }

    /** Ends all that live. */
    public void shutdown(long nowNanos) {
        for (Probe probe : memory.all()) {
            Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.SHUTDOWN, visits);
            if (rule.kind() == Rule.Kind.MOVES) {
                endings.fail(nowNanos, probe, Reason.SHUTDOWN);
                ProbeTable.TABLE.check(rule, probe.phase);
            }
        }
    }

    /** When {@link #wake} is wanted. */
    public long nextDeadlineNanos() {
        return limits.nextNanos();
    }

    /** The live probes, in order of creation. */
    public List<Live> live() {
        List<Live> live = new ArrayList<>();
        for (Probe probe : memory.all()) {
            if (probe.isLive()) {
                live.add(new Live(probe.id, probe.a.subject, probe.b.subject, probe.phase));
            }
        }
        return live;
    }

    /** One live probe, seen from outside. */
    public record Live(ProbeId probe, SubjectId subjectA, SubjectId subjectB, Phase phase) {}

    public int pendingTimers() {
        return limits.size();
    }

    public int rememberedProbes() {
        return memory.endedProbes();
    }
}
