package dev.sonde.probe;

import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.TurnCredentialSource;

/** Sends to members on the socket that they have now, and on none that they had. */
final class Mailbox {

    private final Sockets sockets;
    private final TurnCredentialSource turn;
    private final ProbeSink sink;

    Mailbox(Sockets sockets, TurnCredentialSource turn, ProbeSink sink) {
        this.sockets = sockets;
        this.turn = turn;
        this.sink = sink;
    }

    boolean reaches(Member member) {
        return sockets.of(member.subject) != null;
    }

    /** Nothing happens, and the answer is false, if the member has no socket. */
    boolean send(Member member, ServerMessage message) {
        SocketId socket = sockets.of(member.subject);
        if (socket == null) {
            return false;
        }
        sink.send(socket, member.subject, message);
        return true;
    }

    void prepare(long nowNanos, Probe probe, Member member) {
        send(
                member,
                new ServerMessage.Prepare(
                        probe.id,
                        probe.other(member).subject,
                        turn.credentialsFor(member.subject, nowNanos)));
    }
}
