package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.turn.TurnReply;

/**
 * One datagram on its way. The objects are used again, so that a probe's hundred datagrams leave no
 * litter; nobody keeps one after it was handled.
 */
final class Datagram {

    Kind kind = Kind.BINDING;
    long source;
    long target;
    /** Wrapped for the TURN server: a Send indication to it, a Data indication from it. */
    boolean wrapped;
    /** With {@link #wrapped}: the peer that it goes to or comes from. */
    long peer;
    /** Over the connection that stands in where UDP is blocked. */
    boolean overTcp;

    /** Transaction, or number of a ping. */
    long number;
    /**
     * Number of the connection that it is meant for: what user fragments and keys are in the real
     * thing.
     */
    long connection;
    /** An address that it tells: the mapped one. */
    long mapped;
    /** A second one: the relayed address. */
    long relayed;
    /** A tie-breaker, or until when credentials are valid. */
    long value;
    /** Number of the connection that sent it. */
    long sender;

    int priority;
    boolean controlling;
    /** USE-CANDIDATE; for a Refresh, lifetime 0. */
    boolean flag;

    TurnReply reply = TurnReply.GRANTED;

    Datagram as(Kind what, long to) {
        kind = what;
        target = to;
        source = Endpoint.NONE;
        wrapped = false;
        overTcp = false;
        flag = false;
        return this;
    }

    void copy(Datagram other) {
        kind = other.kind;
        source = other.source;
        target = other.target;
        wrapped = other.wrapped;
        peer = other.peer;
        overTcp = other.overTcp;
        number = other.number;
        connection = other.connection;
        mapped = other.mapped;
        relayed = other.relayed;
        value = other.value;
        sender = other.sender;
        priority = other.priority;
        controlling = other.controlling;
        flag = other.flag;
        reply = other.reply;
    }

    int sizeBytes() {
        return kind.sizeBytes + (wrapped ? 36 : 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.word);
        text.append(' ').append(Endpoint.text(source)).append(" -> ");
        text.append(Endpoint.text(target));
        if (wrapped) {
            text.append(" (relayed, peer ").append(Endpoint.text(peer)).append(')');
        }
        return text.toString();
    }
}
