package dev.sonde.sim.oracle;

import dev.sonde.matchmaking.Candidate;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalDouble;

/** What inputs and effects told about one subject. Steps count the inputs of a run from 1. */
final class Person implements Candidate {

    static final long NEVER = Long.MIN_VALUE / 4;

    final SubjectId subject;

    /** Names the person in keys of pairs. */
    final int number;

    /** The current connection, or null while away or absent. */
    @Nullable
    Connection connection;

    /** When the last current connection went; {@link #NEVER} if none ever did. */
    long awaySinceNanos = NEVER;

    /** Until when measurements and pauses with others may count. */
    long pairsUntilNanos = NEVER;

    /** When the current connection came. */
    long backAtNanos = NEVER;

    /** Step in which somebody came, went, or changed connections. */
    long presenceStep;

    /** True if there was a current connection before {@link #presenceStep}. */
    boolean wasPresent;

    /** The last instance that was named, {@link Instance#NONE} if none ever was. */
    Instance instance = Instance.NONE;

    /** When another page last came in the place of an earlier one. */
    long newPageAtNanos = NEVER;

    /** Another page is here and has not joined; it is not proposed. */
    boolean owesJoin;

    /** Step that ended a debt of a join which was already as old as the grace. */
    private long overdueJoinStep;

    /** When the person was last heard of on a current connection. */
    long heardAtNanos = NEVER;

    /** Step of the last {@code leave} on a current connection. */
    long leaveStep;

    @Nullable
    ProbeLog probe;

    /** When the person last came free, or something else last changed for a proposal. */
    long changedAtNanos = NEVER;

    /** The partner of the last accepted measurement, while the match may still be on its way. */
    @Nullable
    Person acceptedWith;

    @Nullable
    ProbeLog drainingFor;

    long drainingUntilNanos = NEVER;

    boolean waiting;
    long joinedAtNanos;
    long stayOpenedAtNanos = NEVER;
    long stayOpenedStep;
    long stayClosedStep;

    @Nullable
    StayEnd stayEnd;

    /** The match that is not final yet, or null. */
    @Nullable
    MatchLog match;

    /** Steps in which the person last got into a match, and was last told of one. */
    long matchedStep;

    long toldMatchStep;

    /** Step in which the person was last told of the end of a stay. */
    long toldClosedStep;

    /** True once the person heard how things stand, on the current connection. */
    boolean heardState;

    List<SubjectId> groupHistory = List.of();
    OptionalDouble serverRttMillis = OptionalDouble.empty();

    Person(SubjectId subject, int number) {
        this.subject = subject;
        this.number = number;
    }

    boolean isPresent() {
        return connection != null;
    }

    /**
     * True if a right lobby may have taken the person for present at some moment of this step: what
     * was due comes before the input.
     */
    boolean mayBePresent(long step) {
        return connection != null || (presenceStep == step && wasPresent);
    }

    /** Whatever the input of this step says of the page: what was due is performed before it. */
    void keepOverdueJoin(long grace, long step, long nowNanos) {
        if (owesJoin && nowNanos - newPageAtNanos >= grace) {
            overdueJoinStep = step;
        }
    }

    /** True if a page came and did not join for the grace, up to this step's own input. */
    boolean owedJoinFor(long grace, long step, long nowNanos) {
        return overdueJoinStep == step || (owesJoin && nowNanos - newPageAtNanos >= grace);
    }

    /** True if the person was away for this long when the step began, or is now. */
    boolean wasAwayFor(long nanos, long step, long nowNanos) {
        boolean away = connection == null || (presenceStep == step && !wasPresent);
        return away && awaySinceNanos != NEVER && nowNanos - awaySinceNanos >= nanos;
    }

    boolean isDraining(long nowNanos) {
        return drainingFor != null && nowNanos < drainingUntilNanos;
    }

    @Override
    public SubjectId subject() {
        return subject;
    }

    @Override
    public long joinedAtNanos() {
        return joinedAtNanos;
    }

    @Override
    public OptionalDouble serverRttMillis() {
        return serverRttMillis;
    }

    @Override
    public List<SubjectId> groupHistory() {
        return groupHistory;
    }

    @Override
    public String toString() {
        return subject.value();
    }
}
