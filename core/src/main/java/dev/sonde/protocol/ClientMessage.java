package dev.sonde.protocol;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a client says. Who says it is known from the connection, never from here.
 *
 * <p>Wire names and payloads: {@code docs/protocol.md}; reading and writing:
 * {@link ClientMessageCodec}.
 */
public sealed interface ClientMessage {

    /** The wire name of the event. */
    String event();

    /** {@code probe_ready}: this connection has a peer connection waiting for the start. */
    record Ready(ProbeId probe) implements ClientMessage {
        @Override
        public String event() {
            return "probe_ready";
        }
    }

    /** {@code probe_connected}: the data channel is open. Optional; old clients never send it. */
    record Connected(ProbeId probe) implements ClientMessage {
        @Override
        public String event() {
            return "probe_connected";
        }
    }

    /** {@code probe_signal}: an offer, answer or candidate for the other member. */
    record Signal(ProbeId probe, SubjectId target, SignalType type, SignalPayload payload)
            implements ClientMessage {
        @Override
        public String event() {
            return "probe_signal";
        }
    }

    /** {@code probe_result}: what this member measured. */
    record Result(ProbeId probe, Report report, Details details) implements ClientMessage {
        @Override
        public String event() {
            return "probe_result";
        }
    }

    /**
     * What newer clients add to a result; the coordinator does not decide by it.
     *
     * @param samplesMillis round-trip times of the pongs that came back
     * @param sent pings sent, 0 if not told
     * @param received pongs counted, 0 if not told
     * @param candidateType type of the selected local candidate ({@code host}, {@code srflx},
     *     {@code prflx}, {@code relay}), empty if not told
     */
    record Details(List<Double> samplesMillis, int sent, int received, String candidateType) {

        public static final Details NONE = new Details(List.of(), 0, 0, "");

        public Details {
            samplesMillis = List.copyOf(samplesMillis);
        }
    }

    /**
     * {@code join}: put me into the waiting room.
     *
     * @param groupHistory who this person has played with before
     * @param serverRttMillis the page's own round-trip time to the server, if it measured one
     * @param pool the pool that the page believes to be in, empty if it does not say
     */
    record Join(List<SubjectId> groupHistory, OptionalDouble serverRttMillis, String pool)
            implements ClientMessage {

        public Join {
            groupHistory = List.copyOf(groupHistory);
        }

        @Override
        public String event() {
            return "join";
        }
    }

    /** {@code leave}: take me out of the waiting room. */
    record Leave() implements ClientMessage {
        @Override
        public String event() {
            return "leave";
        }
    }

    /**
     * Something that could not be read, or that a guard in front of the lobby kept out. It changes
     * nothing; it is counted and visible.
     */
    record Unreadable(String event, Refusal reason) implements ClientMessage {}
}
