package dev.sonde.bench;

import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.GroupReunion;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.RoomSink;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.probe.ProbeEnd;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * The waiting room alone: one operation is a join, the proposal, its measurement, the match, and
 * both members' leaving, while others wait who suit nobody but who are in the way.
 *
 * <p>Those others: with {@code fifo}, people in probes; with {@code latency-fifo}, people too far
 * from the server for each other, of whom the longest waiting one suits the newcomer and joins
 * again behind the rest; with {@code group-reunion}, strangers. A second passes each time, nobody's
 * waiting time is ever over, and nobody is told the state unasked.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JoinToMatch implements RoomSink {

    private static final long STEP_NANOS = 1_000_000_000L;
    private static final long FOR_EVER_NANOS = Long.MAX_VALUE / 4;
    private static final OptionalDouble LIMIT = OptionalDouble.of(100);
    private static final OptionalDouble FAR = OptionalDouble.of(150);
    private static final OptionalDouble NEAR = OptionalDouble.of(40);
    private static final SubjectId BOB = new SubjectId("bob");

    /** How many others wait. */
    @Param({"10", "1000", "100000"})
    public int waiting;

    /** Who proposes. */
    @Param({"fifo", "latency-fifo", "group-reunion"})
    public String matchmaker = "";

    private final CountedIds ids = new CountedIds();
    private WaitingRoom room = room(Fifo.withoutLimit());
    private boolean isFull;
    private SubjectId proposedA = BOB;
    private SubjectId proposedB = BOB;
    private long matches;
    private long nowNanos;

    /** Fills the room. */
    @Setup
    public void fill() {
        room = room(
                switch (matchmaker) {
                    case "fifo" -> new Fifo(LIMIT);
                    case "latency-fifo" -> new LatencyFifo(200, LIMIT);
                    default -> new GroupReunion(false, LIMIT);
                });
        for (int i = 0; i < waiting; i++) {
            List<SubjectId> absent = List.of(new SubjectId("gone" + i));
            join(new SubjectId("p" + i), FAR, absent);
        }
        isFull = true;
    }

    private WaitingRoom room(Matchmaker with) {
        WaitingConfig unsaid = WaitingConfig.DEFAULT;
        WaitingConfig config = new WaitingConfig(
                2,
                FOR_EVER_NANOS,
                unsaid.holdNanos(),
                unsaid.askAgainNanos(),
                unsaid.drainAfterOtherNanos(),
                unsaid.drainAfterStartNanos(),
                FOR_EVER_NANOS,
                unsaid.heardWithinNanos(),
                unsaid.reuseNanos(),
                unsaid.stateEveryNanos(),
                0,
                2 * unsaid.capacity(),
                unsaid.pauses());
        return new WaitingRoom(config, with, ids, this);
    }

    /** From joining to matching, and out again. */
    @Benchmark
    public long joinToMatch() {
        nowNanos += STEP_NANOS;
        room.wake(nowNanos);
        SubjectId newcomer = new SubjectId("n" + nowNanos);
        boolean takesOneWhoWaits = matchmaker.equals("latency-fifo");
        if (!takesOneWhoWaits) {
            join(BOB, FAR, List.of());
        }
        long before = matches;
        join(newcomer, NEAR, List.of(BOB));
        SubjectId other = proposedA.equals(newcomer) ? proposedB : proposedA;
        room.probeFinished(nowNanos, end());
        if (matches != before + 1) {
            throw new IllegalStateException("no match with " + other);
        }
        room.leave(nowNanos, newcomer);
        room.leave(nowNanos, other);
        if (takesOneWhoWaits) {
            join(other, FAR, List.of());
        }
        return matches;
    }

    private void join(SubjectId subject, OptionalDouble serverRtt, List<SubjectId> history) {
        room.join(nowNanos, subject, new ClientMessage.Join(history, serverRtt, ""));
        room.lookAgain(nowNanos);
    }

    private ProbeEnd end() {
        return new ProbeEnd(
                ids.nextProbe(),
                new ProbeEnd.MemberEnd(proposedA, nowNanos, nowNanos),
                new ProbeEnd.MemberEnd(proposedB, nowNanos, nowNanos),
                new ProbeOutcome.Complete(40, ProbeOutcome.Phase.MEASURING));
    }

    @Override
    public void probeWanted(SubjectId subjectA, SubjectId subjectB) {
        proposedA = subjectA;
        proposedB = subjectB;
        if (!isFull && !matchmaker.equals("fifo")) {
            throw new IllegalStateException("those who are in the way suit each other");
        }
    }

    @Override
    public void matchFormed(MatchId match, List<SubjectId> members, List<MeasuredPair> pairs) {
        matches++;
    }

    @Override
    public void send(SubjectId subject, ServerMessage message) {}

    @Override
    public void stayOpened(SubjectId subject, long joinedAtNanos) {}

    @Override
    public void stayClosed(SubjectId subject, StayEnd reason) {}

    @Override
    public void probeMemberLeft(SubjectId subject) {}

    @Override
    public void matchFinal(MatchId match) {}

    @Override
    public void matchCancelled(MatchId match, SubjectId cause, String reason) {}

    @Override
    public void strategyFailed(String strategy, String error) {
        throw new IllegalStateException(strategy + " failed: " + error);
    }
}
