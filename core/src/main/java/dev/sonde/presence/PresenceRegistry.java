package dev.sonde.presence;

import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.TransitionTable;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One current connection for each subject. A later connection always takes the place of an earlier
 * one: refusing it would lock out whoever reconnects faster than the server notices.
 *
 * <p>Passive; callers pass the time, which never goes back.
 */
public final class PresenceRegistry {

    private final PresenceConfig config;
    private final PresenceSink sink;
    private final Map<SubjectId, Presence> subjects = new LinkedHashMap<>();
    private final Map<SocketId, Connection> connections = new LinkedHashMap<>();
    private final DeadlineQueue<Presence> probeGraces = new DeadlineQueue<>();
    private final DeadlineQueue<Presence> graces = new DeadlineQueue<>();
    private final Visits visits = PresenceTable.TABLE.newVisits();

    public PresenceRegistry(PresenceConfig config, PresenceSink sink) {
        this.config = config;
        this.sink = sink;
    }

    /** The table that this machine runs by. */
    public static TransitionTable<?, ?> table() {
        return PresenceTable.TABLE;
    }

    public Visits visits() {
        return visits;
    }

    /** A connection is open and its subject is known. */
    public void connect(long nowNanos, SocketId socket, SubjectId subject, Instance instance) {
        Presence presence = subjects.computeIfAbsent(subject, Presence::new);
        Rule rule = PresenceTable.TABLE.visit(presence.state, PresenceInput.CONNECT, visits);
        Connection old = presence.current;
        if (old != null && old.socket.equals(socket)) {
            return;
        }
        boolean wasAbsent = presence.state == PresenceState.ABSENT;
        boolean anotherPage = !wasAbsent && instance.isAnotherPageThan(presence.instance);
        Connection connection = new Connection(socket, presence, config, nowNanos);
        connections.put(socket, connection);
        presence.current = connection;
        if (!instance.value().isEmpty()) {
            presence.instance = instance;
        }
        probeGraces.clear(presence.probeGrace);
        graces.clear(presence.grace);
        move(rule, presence, PresenceState.PRESENT);
        if (old != null) {
            sink.superseded(old.socket, subject);
        }
        if (wasAbsent) {
            sink.appeared(subject, instance);
        } else {
            sink.cameBack(subject, anotherPage);
        }
    }

    /** A connection is gone. Told twice, or late, it changes nothing. */
    public void disconnect(long nowNanos, SocketId socket) {
        Connection connection = connections.remove(socket);
        if (connection == null) {
            return;
        }
        Presence presence = connection.presence;
        Rule rule = PresenceTable.TABLE.visit(presence.state, PresenceInput.DISCONNECT, visits);
        if (presence.current != connection) {
            return;
        }
        presence.current = null;
        probeGraces.set(presence.probeGrace, nowNanos + config.probeGraceNanos());
        graces.set(presence.grace, nowNanos + config.graceNanos());
        move(rule, presence, PresenceState.AWAY);
        sink.wentAway(presence.subject);
    }

    /** Performs what is due. */
    public void wake(long nowNanos) {
        Presence waiting = probeGraces.pollDue(nowNanos);
        while (waiting != null) {
            sink.lostForProbe(waiting.subject);
            waiting = probeGraces.pollDue(nowNanos);
        }
        Presence gone = graces.pollDue(nowNanos);
        while (gone != null) {
            Rule rule = PresenceTable.TABLE.visit(gone.state, PresenceInput.GRACE_OVER, visits);
            move(rule, gone, PresenceState.ABSENT);
            subjects.remove(gone.subject);
            sink.lost(gone.subject, gone.instance);
            gone = graces.pollDue(nowNanos);
        }
    }

    /** Forgets everybody and every connection; those who are present are told. */
    public void shutdown() {
        for (Presence presence : List.copyOf(subjects.values())) {
            Rule rule = PresenceTable.TABLE.visit(presence.state, PresenceInput.SHUTDOWN, visits);
            probeGraces.clear(presence.probeGrace);
            graces.clear(presence.grace);
            Connection current = presence.current;
            presence.current = null;
            move(rule, presence, PresenceState.ABSENT);
            if (current != null) {
                sink.dismissed(current.socket, presence.subject);
            }
        }
        subjects.clear();
        connections.clear();
    }

    private static void move(Rule rule, Presence presence, PresenceState target) {
        PresenceTable.TABLE.check(rule, target);
        presence.state = target;
    }

    /** When {@link #wake} is wanted. */
    public long nextDeadlineNanos() {
        return Math.min(probeGraces.nextNanos(), graces.nextNanos());
    }

    /** Whose socket this is, or null if it never connected or is gone. */
    public @Nullable SubjectId subjectOf(SocketId socket) {
        Connection connection = connections.get(socket);
        return connection == null ? null : connection.presence.subject;
    }

    /** Whose current connection this is, or null if it is nobody's. */
    public @Nullable SubjectId currentSubjectOf(SocketId socket) {
        Connection connection = connections.get(socket);
        return connection != null && connection.presence.current == connection
                ? connection.presence.subject
                : null;
    }

    /** True if this is the current connection of its subject. */
    public boolean isCurrent(SocketId socket) {
        Connection connection = connections.get(socket);
        return connection != null && connection.presence.current == connection;
    }

    /** Takes one token of this connection's bucket; false if it sends too much. */
    public boolean admit(long nowNanos, SocketId socket) {
        Connection connection = connections.get(socket);
        return connection != null && connection.admit(config, nowNanos);
    }

    /** The current socket of a subject, or null if it has none. */
    public @Nullable SocketId socketOf(SubjectId subject) {
        Presence presence = subjects.get(subject);
        Connection current = presence == null ? null : presence.current;
        return current == null ? null : current.socket;
    }

    public PresenceState stateOf(SubjectId subject) {
        Presence presence = subjects.get(subject);
        return presence == null ? PresenceState.ABSENT : presence.state;
    }

    /** Everybody who is present or away, in the order in which they first connected. */
    public List<SubjectId> subjects() {
        return List.copyOf(subjects.keySet());
    }

    public int pendingTimers() {
        return probeGraces.size() + graces.size();
    }
}
