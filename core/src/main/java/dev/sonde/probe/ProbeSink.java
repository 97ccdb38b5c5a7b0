package dev.sonde.probe;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

/** What the {@link ProbeCoordinator} has to say. Must not call back into it. */
public interface ProbeSink {

    void created(ProbeId probe, SubjectId subjectA, SubjectId subjectB);

    void send(SocketId socket, SubjectId subject, ServerMessage message);

    /** Exactly once for each probe that was created. */
    void finished(ProbeEnd end);

    /** A result came after the end of its sender's latest probe: the sender measures no more. */
    void lateResult(SubjectId sender);

    /** The same of the partner in this member's latest probe: its pings go unanswered from now on. */
    void lateResultOfPartner(SubjectId member);

    void refused(SocketId socket, String event, Refusal reason);
}
