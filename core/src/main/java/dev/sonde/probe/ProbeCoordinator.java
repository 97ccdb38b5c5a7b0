package dev.sonde.probe;

import dev.sonde.deadlines.Deadline;
import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.Initiative;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets up probes, relays their signals and gives each of them exactly one outcome.
 *
 * <p>Passive; callers pass the time, which never goes back, and call {@link #wake} before anything
 * else that they do at a later instant.
 */
public final class ProbeCoordinator {

    private final ProbeConfig config;
    private final Sockets sockets;
    private final Ids ids;
    private final TurnCredentialSource turn;
    private final ProbeSink sink;
    private final Map<ProbeId, Probe> probes = new LinkedHashMap<>();
    /** The latest probe of each subject, until it is forgotten. */
    private final Map<SubjectId, Probe> latest = new LinkedHashMap<>();

    private final DeadlineQueue<Probe> overallLimits = new DeadlineQueue<>();
    private final DeadlineQueue<Probe> preparingLimits = new DeadlineQueue<>();
    private final DeadlineQueue<Probe> settleLimits = new DeadlineQueue<>();
    private final DeadlineQueue<Probe> remembered = new DeadlineQueue<>();
    private final Visits visits = ProbeTable.TABLE.newVisits();

    public ProbeCoordinator(
            ProbeConfig config,
            Sockets sockets,
            Ids ids,
            TurnCredentialSource turn,
            ProbeSink sink) {
        this.config = config;
        this.sockets = sockets;
        this.ids = ids;
        this.turn = turn;
        this.sink = sink;
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
        probes.put(probe.id, probe);
        latest.put(subjectA, probe);
        latest.put(subjectB, probe);
        sink.created(probe.id, subjectA, subjectB);
        if (sockets.of(subjectA) == null || sockets.of(subjectB) == null) {
            end(nowNanos, probe, new ProbeOutcome.Failed(Reason.NO_SOCKET, probe.phase));
            return;
        }
        overallLimits.set(probe.overall, nowNanos + config.timeoutNanos());
        preparingLimits.set(probe.ofPhase, nowNanos + config.preparingNanos());
        prepare(nowNanos, probe, probe.a);
        prepare(nowNanos, probe, probe.b);
    }

    /** True if the subject is in a live probe. */
    public boolean isProbing(SubjectId subject) {
        Probe probe = latest.get(subject);
        return probe != null && probe.isLive();
    }

    /** A member's message about a probe. The socket is the subject's current one. */
    public void receive(
            long nowNanos, SocketId socket, SubjectId subject, ProbeId id, ClientMessage message) {
        Probe probe = probes.get(id);
        if (probe == null) {
            sink.refused(socket, message.event(), Refusal.UNKNOWN_PROBE);
            return;
        }
        Member member = probe.member(subject);
        if (member == null) {
            sink.refused(socket, message.event(), Refusal.NOT_A_MEMBER);
            return;
        }
        Rule rule = ProbeTable.TABLE.visit(probe.phase, inputOf(message), visits);
        Refusal refusal = rule.refusal();
        if (refusal == null && rule.kind() == Rule.Kind.MOVES) {
            refusal = perform(nowNanos, probe, member, message);
            ProbeTable.TABLE.check(rule, probe.phase);
        }
        if (refusal != null) {
            sink.refused(socket, message.event(), refusal);
        }
    }

    private static ProbeInput inputOf(ClientMessage message) {
        if (message instanceof ClientMessage.Signal) {
            return ProbeInput.SIGNAL;
        }
        if (message instanceof ClientMessage.Result result) {
            return result.report() instanceof Report.Success
                    ? ProbeInput.SUCCESS
                    : result.report() instanceof Report.Failure
                            ? ProbeInput.FAILURE
                            : ProbeInput.INVALID;
        }
        if (message instanceof ClientMessage.Ready) {
            return ProbeInput.READY;
        }
        if (message instanceof ClientMessage.Connected) {
            return ProbeInput.CONNECTED;
        }
        throw new IllegalArgumentException("not about a probe: " + message.event());
    }

    /** Does what the message asks for; gives a reason if it is refused after all. */
    private @Nullable Refusal perform(
            long nowNanos, Probe probe, Member member, ClientMessage message) {
        if (message instanceof ClientMessage.Signal signal) {
            return relay(probe, member, signal);
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
        preparingLimits.clear(probe.ofPhase);
        probe.phase = Phase.CONNECTING;
        // The answerer first: an offer that overtakes the start would be lost.
        boolean offersA = Initiative.compare(probe.a.subject, probe.b.subject) < 0;
        start(nowNanos, probe, offersA ? probe.b : probe.a);
        start(nowNanos, probe, offersA ? probe.a : probe.b);
        return null;
    }

    private void start(long nowNanos, Probe probe, Member member) {
        member.startedNanos = nowNanos;
        send(member, new ServerMessage.Start(probe.id));
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

    private @Nullable Refusal relay(Probe probe, Member from, ClientMessage.Signal signal) {
        Member to = probe.other(from);
        if (signal.target().equals(from.subject)) {
            return Refusal.TO_SELF;
        }
        if (!signal.target().equals(to.subject)) {
            return Refusal.TO_STRANGER;
        }
        if (to.hasReported()) {
            // Its page has closed its side; there is nothing left to connect.
            return Refusal.FINISHED;
        }
        int size = signal.payload().sizeBytes();
        if (from.signals >= config.signalsPerSide()
                || size > config.signalBytesPerSide() - from.signalBytes) {
            return Refusal.SIGNAL_LIMIT;
        }
        from.signals++;
        from.signalBytes += size;
        if (sockets.of(to.subject) == null) {
            to.hold(signal);
        } else {
            deliver(probe, to, signal.type(), signal);
        }
        return null;
    }

    private void deliver(Probe probe, Member to, SignalType type, ClientMessage.Signal signal) {
        SubjectId from = probe.other(to).subject;
        send(to, new ServerMessage.RelayedSignal(probe.id, type, from, signal.payload()));
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
            sink.lateResult(member.subject, probe.other(member).subject);
        } else if (probe.phase == Phase.PREPARING) {
            fail(nowNanos, probe, Reason.REPORTED_FAILURE);
        } else if (probe.other(member).hasReported()
                || (member.hasSucceeded() && config.results() == ResultPolicy.FIRST)) {
            decide(nowNanos, probe);
        } else {
            probe.phase = Phase.SETTLING;
            settleLimits.set(probe.ofPhase, nowNanos + config.settleNanos());
        }
        return report instanceof Report.Invalid ? Refusal.INVALID_RTT : null;
    }

    /** Ends a probe by the reports that are in hand. */
    private void decide(long nowNanos, Probe probe) {
        Member a = probe.a;
        Member b = probe.b;
        if (!a.hasSucceeded() && !b.hasSucceeded()) {
            fail(nowNanos, probe, Reason.REPORTED_FAILURE);
            return;
        }
        double rtt = !a.hasSucceeded()
                ? b.rttMillis
                : !b.hasSucceeded()
                        ? a.rttMillis
                        : config.results().combine(a.rttMillis, b.rttMillis);
        end(nowNanos, probe, new ProbeOutcome.Complete(rtt, probe.phase));
    }

    private void fail(long nowNanos, Probe probe, Reason reason) {
        end(nowNanos, probe, new ProbeOutcome.Failed(reason, probe.phase));
    }

    private void end(long nowNanos, Probe probe, ProbeOutcome outcome) {
        overallLimits.clear(probe.overall);
        limitsOf(probe.phase).clear(probe.ofPhase);
        probe.phase = Phase.ENDED;
        probe.a.held = null;
        probe.b.held = null;
        ServerMessage cancel = new ServerMessage.Cancel(probe.id, outcome.wireName());
        for (Member member : List.of(probe.a, probe.b)) {
            if (!member.hasReported() && outcomeIsNews(outcome)) {
                send(member, cancel);
            }
        }
        remember(nowNanos, probe);
        sink.finished(new ProbeEnd(probe.id, probe.a.end(), probe.b.end(), outcome));
    }

    /** Nobody was told to prepare a probe that could not even begin. */
    private static boolean outcomeIsNews(ProbeOutcome outcome) {
        return !(outcome instanceof ProbeOutcome.Failed failed
                && failed.reason() == Reason.NO_SOCKET);
    }

    private DeadlineQueue<Probe> limitsOf(Phase phase) {
        return phase == Phase.PREPARING ? preparingLimits : settleLimits;
    }

    private void remember(long nowNanos, Probe probe) {
        remembered.set(probe.overall, nowNanos + config.rememberedNanos());
        if (remembered.size() > config.rememberedProbes()) {
            forgetBefore(Deadline.NONE, config.rememberedProbes());
        }
    }

    private void forgetBefore(long nowNanos, int keep) {
        while (remembered.size() > keep) {
            Probe probe = remembered.pollDue(nowNanos);
            if (probe == null) {
                return;
            }
            ProbeTable.TABLE.visit(probe.phase, ProbeInput.LIMIT, visits);
            probes.remove(probe.id);
            latest.remove(probe.a.subject, probe);
            latest.remove(probe.b.subject, probe);
        }
    }

    /** Performs what is due. Forgetting ended probes has no deadline of its own: it waits for this. */
    public void wake(long nowNanos) {
        forgetBefore(nowNanos, 0);
        endDue(nowNanos, preparingLimits);
        endDue(nowNanos, settleLimits);
        endDue(nowNanos, overallLimits);
    }

    private void endDue(long nowNanos, DeadlineQueue<Probe> limits) {
        Probe probe = limits.pollDue(nowNanos);
        while (probe != null) {
            Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.LIMIT, visits);
            if (probe.phase == Phase.SETTLING) {
                decide(nowNanos, probe);
            } else {
                fail(nowNanos, probe, Reason.TIMEOUT);
            }
            ProbeTable.TABLE.check(rule, probe.phase);
            probe = limits.pollDue(nowNanos);
        }
    }

    /** A member's connection is gone; it may come back. */
    public void memberAway(SubjectId subject) {
        Probe probe = latest.get(subject);
        if (probe == null) {
            return;
        }
        Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.MEMBER_AWAY, visits);
        if (rule.kind() == Rule.Kind.MOVES) {
            memberOf(probe, subject).ready = false;
        }
    }

    /** A member is on a new connection. */
    public void memberBack(long nowNanos, SubjectId subject, boolean anotherPage) {
        Probe probe = latest.get(subject);
        if (probe == null) {
            return;
        }
        ProbeInput input = anotherPage ? ProbeInput.MEMBER_ON_ANOTHER_PAGE : ProbeInput.MEMBER_BACK;
        Rule rule = ProbeTable.TABLE.visit(probe.phase, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return;
        }
        Member member = memberOf(probe, subject);
        if (anotherPage) {
            // The page that got the start is gone, and whatever it measured with it.
            member.startedNanos = ProbeEnd.NEVER;
        }
        if (probe.phase == Phase.PREPARING) {
            member.ready = false;
            prepare(nowNanos, probe, member);
        } else if (!anotherPage) {
            for (ClientMessage.Signal signal : member.takeHeld()) {
                deliver(probe, member, signal.type(), signal);
            }
        } else if (probe.phase != Phase.SETTLING) {
            fail(nowNanos, probe, Reason.SUPERSEDED);
        } else if (!member.hasReported()) {
            decide(nowNanos, probe);
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
        Probe probe = latest.get(subject);
        if (probe == null) {
            return;
        }
        Rule rule = ProbeTable.TABLE.visit(probe.phase, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return;
        }
        if (probe.phase == Phase.SETTLING && !memberOf(probe, subject).hasReported()) {
            decide(nowNanos, probe);
        } else {
            fail(nowNanos, probe, reason);
        }
        ProbeTable.TABLE.check(rule, probe.phase);
    }

    /** Ends all that live. */
    public void shutdown(long nowNanos) {
        for (Probe probe : new ArrayList<>(probes.values())) {
            Rule rule = ProbeTable.TABLE.visit(probe.phase, ProbeInput.SHUTDOWN, visits);
            if (rule.kind() == Rule.Kind.MOVES) {
                fail(nowNanos, probe, Reason.SHUTDOWN);
                ProbeTable.TABLE.check(rule, probe.phase);
            }
        }
    }

    private static Member memberOf(Probe probe, SubjectId subject) {
        Member member = probe.member(subject);
        if (member == null) {
            throw new IllegalStateException(subject + " is indexed under a probe of others");
        }
        return member;
    }

    private void prepare(long nowNanos, Probe probe, Member member) {
        SubjectId peer = probe.other(member).subject;
        send(
                member,
                new ServerMessage.Prepare(
                        probe.id, peer, turn.credentialsFor(member.subject, nowNanos)));
    }

    private void send(Member member, ServerMessage message) {
        SocketId socket = sockets.of(member.subject);
        if (socket != null) {
            sink.send(socket, member.subject, message);
        }
    }

    /** When {@link #wake} is wanted. */
    public long nextDeadlineNanos() {
        return Math.min(
                overallLimits.nextNanos(),
                Math.min(preparingLimits.nextNanos(), settleLimits.nextNanos()));
    }

    /** The live probes, in order of creation. */
    public List<Live> live() {
        List<Live> live = new ArrayList<>();
        for (Probe probe : probes.values()) {
            if (probe.isLive()) {
                live.add(new Live(probe.id, probe.a.subject, probe.b.subject, probe.phase));
            }
        }
        return live;
    }

    /** One live probe, seen from outside. */
    public record Live(ProbeId probe, SubjectId subjectA, SubjectId subjectB, Phase phase) {}

    public int pendingTimers() {
        return overallLimits.size() + preparingLimits.size() + settleLimits.size();
    }

    public int rememberedProbes() {
        return remembered.size();
    }
}
