package dev.sonde.sim.peer;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.Host;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One person and what they mean to do. Times are nanoseconds; {@link #NEVER} where something does
 * not happen.
 *
 * @param joinNanos when the page is opened and joins, at least 0
 * @param leaveNanos when the person leaves, not before {@code joinNanos}
 * @param patienceNanos how long after joining they give up without a match
 * @param afterMatchLeaveNanos how long after a match they leave
 * @param returnAfterNanos how long after leaving they come back once, on a new page
 * @param rejoins how often the page joins again by itself when it is told that it is out
 * @param serverRttMillis what the page tells as its round-trip time to the server
 * @param groupHistory who this person has played with before
 * @param namesPages true if each page load sends an instance of its own
 * @param usesTurn true if the page uses the TURN server, where it is given credentials for one
 * @param clockDriftPpm how much too fast the page's clock runs, in millionths, within ±100 000
 * @param delayNanos for {@link Behaviour#LATE}: by how much
 */
public record PersonSpec(
        SubjectId subject,
        Host host,
        Behaviour behaviour,
        long joinNanos,
        long leaveNanos,
        long patienceNanos,
        long afterMatchLeaveNanos,
        long returnAfterNanos,
        int rejoins,
        OptionalDouble serverRttMillis,
        List<SubjectId> groupHistory,
        boolean namesPages,
        boolean usesTurn,
        int clockDriftPpm,
        long delayNanos) {

    public static final long NEVER = -1;

    private static final int MOST_DRIFT_PPM = 100_000;

    /** @throws IllegalArgumentException naming the value that is out of its range */
    public PersonSpec {
        groupHistory = List.copyOf(groupHistory);
        require(joinNanos >= 0, subject, "joins at a negative time");
        require(leaveNanos == NEVER || leaveNanos >= joinNanos, subject, "leaves before joining");
        require(patienceNanos >= NEVER, subject, "has negative patience");
        require(afterMatchLeaveNanos >= NEVER, subject, "leaves before its match");
        require(returnAfterNanos >= NEVER, subject, "returns before leaving");
        require(rejoins >= 0, subject, "joins again a negative number of times");
        require(
                serverRttMillis.isEmpty() || serverRttMillis.getAsDouble() >= 0,
                subject,
                "has a server RTT that is negative or no number");
        require(Math.abs(clockDriftPpm) <= MOST_DRIFT_PPM, subject, "has a clock off by over 10 %");
        require(delayNanos >= 0, subject, "answers before it is asked");
    }

    private static void require(boolean holds, SubjectId subject, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(subject + " " + complaint);
        }
    }

    /** Starts with an honest person who joins at once and stays. */
    public static Builder of(SubjectId subject, Host host) {
        return new Builder(subject, host);
    }

    /** Collects what differs from an honest person who joins at once and stays. */
    public static final class Builder {

        private static final long LATE_NANOS = 3_000_000_000L;

        private final SubjectId subject;
        private final Host host;
        private Behaviour behaviour = Behaviour.HONEST;
        private long joinNanos;
        private long leaveNanos = NEVER;
        private long patienceNanos = NEVER;
        private long afterMatchLeaveNanos = NEVER;
        private long returnAfterNanos = NEVER;
        private int rejoins;
        private OptionalDouble serverRttMillis = OptionalDouble.empty();
        private List<SubjectId> groupHistory = List.of();
        private boolean namesPages = true;
        private boolean usesTurn = true;
        private int clockDriftPpm;
        private long delayNanos = LATE_NANOS;

        private Builder(SubjectId subject, Host host) {
            this.subject = subject;
            this.host = host;
        }

        public Builder behaviour(Behaviour value) {
            behaviour = value;
            return this;
        }

        public Builder joinNanos(long value) {
            joinNanos = value;
            return this;
        }

        public Builder leaveNanos(long value) {
            leaveNanos = value;
            return this;
        }

        public Builder patienceNanos(long value) {
            patienceNanos = value;
            return this;
        }

        public Builder afterMatchLeaveNanos(long value) {
            afterMatchLeaveNanos = value;
            return this;
        }

        public Builder returnAfterNanos(long value) {
            returnAfterNanos = value;
            return this;
        }

        public Builder rejoins(int value) {
            rejoins = value;
            return this;
        }

        public Builder serverRttMillis(OptionalDouble value) {
            serverRttMillis = value;
            return this;
        }

        public Builder groupHistory(List<SubjectId> value) {
            groupHistory = List.copyOf(value);
            return this;
        }

        public Builder namesPages(boolean value) {
            namesPages = value;
            return this;
        }

        public Builder usesTurn(boolean value) {
            usesTurn = value;
            return this;
        }

        public Builder clockDriftPpm(int value) {
            clockDriftPpm = value;
            return this;
        }

        public Builder delayNanos(long value) {
            delayNanos = value;
            return this;
        }

        /** @throws IllegalArgumentException naming the value that is out of its range */
        public PersonSpec build() {
            return new PersonSpec(
                    subject,
                    host,
                    behaviour,
                    joinNanos,
                    leaveNanos,
                    patienceNanos,
                    afterMatchLeaveNanos,
                    returnAfterNanos,
                    rejoins,
                    serverRttMillis,
                    groupHistory,
                    namesPages,
                    usesTurn,
                    clockDriftPpm,
                    delayNanos);
        }
    }
}
