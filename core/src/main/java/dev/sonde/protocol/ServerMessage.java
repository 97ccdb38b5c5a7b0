package dev.sonde.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalDouble;

/** What the coordinator says to one connection. */
public sealed interface ServerMessage {

    /** The wire name of the event. */
    String event();

    /**
     * {@code probe_prepare}: drop any probe you hold, build a new peer connection, say ready.
     *
     * @param turn credentials for this member only, or null if there are none to give out
     */
    record Prepare(ProbeId probe, SubjectId peer, @Nullable TurnCredentials turn)
            implements ServerMessage {
        @Override
        public String event() {
            return "probe_prepare";
        }
    }

    /** {@code probe_start}: both members are ready. Once per connection, to the answerer first. */
    record Start(ProbeId probe) implements ServerMessage {
        @Override
        public String event() {
            return "probe_start";
        }
    }

    /** {@code probe_signal}, with the sender filled in from the connection it came on. */
    record RelayedSignal(ProbeId probe, SignalType type, SubjectId from, SignalPayload payload)
            implements ServerMessage {
        @Override
        public String event() {
            return "probe_signal";
        }
    }

    /**
     * {@code probe_cancel}: the probe is over and your result had not arrived.
     *
     * @param reason {@code complete}, or the wire name of a {@link ProbeOutcome.Reason}
     */
    record Cancel(ProbeId probe, String reason) implements ServerMessage {
        @Override
        public String event() {
            return "probe_cancel";
        }
    }

    /**
     * {@code waiting_room}: how it looks.
     *
     * @param waiting people waiting, the receiver among them
     * @param needed people still missing before a group could be full, 0 if there are enough
     * @param millisRemaining until the waiting time of the receiver is over
     */
    record WaitingRoomState(int waiting, int needed, long millisRemaining)
            implements ServerMessage {
        @Override
        public String event() {
            return "waiting_room";
        }
    }

    /**
     * {@code match_found}, and again to a member that comes back.
     *
     * @param rttMillis the largest accepted round-trip time among the pairs, if any was measured
     */
    record MatchFound(MatchId match, List<SubjectId> members, OptionalDouble rttMillis)
            implements ServerMessage {

        public MatchFound {
            members = List.copyOf(members);
        }

        @Override
        public String event() {
            return "match_found";
        }
    }

    /** {@code match_cancelled}: somebody was lost before the match became final. */
    record MatchCancelled(MatchId match, String reason) implements ServerMessage {
        @Override
        public String event() {
            return "match_cancelled";
        }
    }

    /** {@code waiting_room_closed}: you are out. */
    record WaitingRoomClosed(StayEnd reason) implements ServerMessage {
        @Override
        public String event() {
            return "waiting_room_closed";
        }
    }

    /** {@code superseded}: another connection of the same subject took this one's place. */
    record Superseded() implements ServerMessage {
        @Override
        public String event() {
            return "superseded";
        }
    }

    /** {@code refused}: for join and leave, and in development mode for everything. */
    record Refused(String refusedEvent, Refusal reason) implements ServerMessage {
        @Override
        public String event() {
            return "refused";
        }
    }
}
