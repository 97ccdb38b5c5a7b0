package dev.sonde.lobby;

import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.WaitingRoom;
import dev.sonde.presence.PresenceRegistry;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The coordinator: presence, probes and matchmaking behind one door. On real sockets and in
 * simulation it is this class.
 *
 * <p>Passive, and for one thread at a time: state is in memory, and one process owns a pool.
 */
public final class Lobby implements LobbyUnderTest {

    private final LobbyConfig config;
    private final boolean countsSignsOfLife;
    private final Wiring wiring = new Wiring();
    private final PresenceRegistry presence;
    private final ProbeCoordinator probes;
    private final WaitingRoom room;
    private boolean isShutDown;

    /** @param matchmaker may be a user's own; what it throws is contained */
    public Lobby(LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        this.config = config;
        this.countsSignsOfLife = matchmaker.maxP2pRttMillis().isEmpty();
        this.presence = new PresenceRegistry(config.presence(), wiring.ofPresence());
        this.probes = new ProbeCoordinator(
                config.probe(), presence::socketOf, ids, turn, wiring.ofProbes(this::refuse));
        this.room = new WaitingRoom(
                config.waiting(), matchmaker, ids, wiring.ofRoom(presence::socketOf));
    }

    @Override
    public void accept(long nowNanos, Input input, EffectSink effects) {
        wiring.begin(effects);
        try {
            performDue(nowNanos);
            if (!isShutDown) {
                perform(nowNanos, input);
                settle(nowNanos);
                room.lookAgain(nowNanos);
                settle(nowNanos);
            } else if (input instanceof Input.Connect connect) {
                effects.emit(new Effect.Close(connect.socket(), connect.subject()));
            }
        } finally {
            wiring.end();
        }
    }

    /** Everything that is due, one machine at a time, in order of its instant. */
    private void performDue(long nowNanos) {
        long next = nextDeadlineNanos();
        while (next <= nowNanos) {
            if (probes.nextDeadlineNanos() == next) {
                probes.wake(nowNanos);
            } else if (presence.nextDeadlineNanos() == next) {
                presence.wake(nowNanos);
            } else {
                room.wake(nowNanos);
            }
            settle(nowNanos);
            next = nextDeadlineNanos();
        }
        probes.wake(nowNanos);
        room.wake(nowNanos);
    }

    private void perform(long nowNanos, Input input) {
        if (input instanceof Input.Receive receive) {
            receive(nowNanos, receive.socket(), receive.message());
        } else if (input instanceof Input.Connect connect) {
            connect(nowNanos, connect);
        } else if (input instanceof Input.Disconnect disconnect) {
            presence.disconnect(nowNanos, disconnect.socket());
        } else if (input instanceof Input.Heard heard) {
            heard(nowNanos, heard.socket());
        } else if (input instanceof Input.Shutdown) {
            shutdown(nowNanos);
        }
    }

    private void connect(long nowNanos, Input.Connect connect) {
        SubjectId known = presence.subjectOf(connect.socket());
        if (known != null && !known.equals(connect.subject())) {
            refuse(connect.socket(), "register_subject", Refusal.ALREADY_IDENTIFIED);
            return;
        }
        if (known != null && !presence.isCurrent(connect.socket())) {
            // Replaced and told to go: it can't take its place back by naming itself again.
            refuse(connect.socket(), "register_subject", Refusal.STALE_SOCKET);
            return;
        }
        presence.connect(nowNanos, connect.socket(), connect.subject(), connect.instance());
    }

    private void heard(long nowNanos, SocketId socket) {
        SubjectId subject = countsSignsOfLife ? presence.currentSubjectOf(socket) : null;
        if (subject != null) {
            room.heard(nowNanos, subject);
        }
    }

    private void receive(long nowNanos, SocketId socket, ClientMessage message) {
        SubjectId subject = presence.currentSubjectOf(socket);
        Refusal refusal;
        if (subject == null) {
            boolean isUnknown = presence.subjectOf(socket) == null;
            refusal = isUnknown ? Refusal.UNAUTHENTICATED : Refusal.STALE_SOCKET;
        } else if (!presence.admit(nowNanos, socket)) {
            refusal = Refusal.RATE_LIMIT;
        } else {
            heard(nowNanos, socket);
            refusal = admitted(nowNanos, socket, subject, message);
        }
        if (refusal != null) {
            refuse(socket, message.event(), refusal);
        }
    }

    /** A message of whom we know, on its current connection. Gives a reason if it is refused. */
    private @Nullable Refusal admitted(
            long nowNanos, SocketId socket, SubjectId subject, ClientMessage message) {
        if (message instanceof ClientMessage.Signal signal) {
            return toProbe(nowNanos, socket, subject, signal.probe(), signal);
        }
        if (message instanceof ClientMessage.Ready ready) {
            return toProbe(nowNanos, socket, subject, ready.probe(), ready);
        }
        if (message instanceof ClientMessage.Result result) {
            return toProbe(nowNanos, socket, subject, result.probe(), result);
        }
        if (message instanceof ClientMessage.Connected connected) {
            return toProbe(nowNanos, socket, subject, connected.probe(), connected);
        }
        if (message instanceof ClientMessage.Join join) {
            boolean elsewhere = !join.pool().isEmpty() && !join.pool().equals(config.pool());
            return elsewhere ? Refusal.WRONG_POOL : room.join(nowNanos, subject, join);
        }
        if (message instanceof ClientMessage.Unreadable unreadable) {
            return unreadable.reason();
        }
        return room.leave(nowNanos, subject);
    }

    /** The coordinator tells its refusals to the sink itself. */
    private @Nullable Refusal toProbe(
            long nowNanos,
            SocketId socket,
            SubjectId subject,
            ProbeId probe,
            ClientMessage message) {
        probes.receive(nowNanos, socket, subject, probe, message);
        return null;
    }

    private void refuse(SocketId socket, String event, Refusal reason) {
        wiring.emit(new Effect.Refused(socket, event, reason));
        SubjectId subject = presence.currentSubjectOf(socket);
        if (subject == null) {
            // A replaced connection was told to go, and hears nothing more.
            return;
        }
        boolean toldAlways = event.equals("join") || event.equals("leave");
        if (toldAlways || config.echoesRefusals()) {
            wiring.emit(new Effect.Send(socket, subject, new ServerMessage.Refused(event, reason)));
        }
    }

    private void shutdown(long nowNanos) {
        isShutDown = true;
        probes.shutdown(nowNanos);
        settle(nowNanos);
        room.shutdown(nowNanos);
        presence.shutdown();
    }

    /** Lets the machines hear of each other until nothing is left to hear. */
    private void settle(long nowNanos) {
        FollowUp next = wiring.next();
        while (next != null) {
            follow(nowNanos, next);
            next = wiring.next();
        }
    }

    private void follow(long nowNanos, FollowUp next) {
        if (next instanceof FollowUp.ProbeWanted wanted) {
            probes.create(nowNanos, wanted.subjectA(), wanted.subjectB());
        } else if (next instanceof FollowUp.Finished finished) {
            room.probeFinished(nowNanos, finished.end());
        } else if (next instanceof FollowUp.LateResult late) {
            room.lateResult(nowNanos, late.sender());
        } else if (next instanceof FollowUp.LateResultOfPartner late) {
            room.lateResultOfPartner(nowNanos, late.member());
        } else if (next instanceof FollowUp.WentAway away) {
            probes.memberAway(away.subject());
            room.away(away.subject());
        } else if (next instanceof FollowUp.CameBack back) {
            probes.memberBack(nowNanos, back.subject(), back.anotherPage());
            room.back(nowNanos, back.subject(), back.anotherPage());
        } else if (next instanceof FollowUp.LostForProbe lost) {
            probes.memberLost(nowNanos, lost.subject());
        } else if (next instanceof FollowUp.Appeared appeared) {
            room.appeared(nowNanos, appeared.subject(), appeared.page());
        } else if (next instanceof FollowUp.Lost lost) {
            room.lost(nowNanos, lost.subject(), lost.page());
        } else if (next instanceof FollowUp.ProbeMemberLeft left) {
            probes.memberLeft(nowNanos, left.subject());
        }
    }

    @Override
    public long nextDeadlineNanos() {
        return Math.min(
                probes.nextDeadlineNanos(),
                Math.min(presence.nextDeadlineNanos(), room.nextDeadlineNanos()));
    }

    @Override
    public Optional<LobbySnapshot> snapshot() {
        return Optional.of(Snapshots.of(presence, probes, room));
    }

    /** Which pairs of the transition tables came. */
    public Transitions transitions() {
        return new Transitions(presence.visits(), probes.visits(), room.visits());
    }

    /** The visits of the three machines. */
    public record Transitions(Visits presence, Visits probe, Visits room) {}
}
