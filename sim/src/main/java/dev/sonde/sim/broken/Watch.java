package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a broken lobby remembers of what went in and came out. Small runs only: nothing is dropped.
 */
final class Watch {

    /** A probe that was created at some time. */
    record Seen(ProbeId id, SubjectId a, SubjectId b, long createdAtNanos) {

        boolean has(@Nullable SubjectId subject) {
            return a.equals(subject) || b.equals(subject);
        }

        SubjectId peerOf(SubjectId subject) {
            return a.equals(subject) ? b : a;
        }
    }

    final Map<SubjectId, SocketId> current = new LinkedHashMap<>();
    final Map<SocketId, SubjectId> owner = new LinkedHashMap<>();
    final Set<SocketId> gone = new LinkedHashSet<>();
    final Map<ProbeId, Seen> probes = new LinkedHashMap<>();
    final Set<ProbeId> live = new LinkedHashSet<>();
    final Set<ProbeId> started = new LinkedHashSet<>();
    final Set<SubjectId> waiting = new LinkedHashSet<>();
    private final Set<SocketId> replaced = new LinkedHashSet<>();

    void input(Input input) {
        if (input instanceof Input.Connect connect) {
            SocketId earlier = current.put(connect.subject(), connect.socket());
            if (earlier != null) {
                replaced.add(earlier);
            }
            owner.put(connect.socket(), connect.subject());
        } else if (input instanceof Input.Disconnect disconnect) {
            gone.add(disconnect.socket());
        }
    }

    void effect(long nowNanos, Effect effect) {
        if (effect instanceof Effect.ProbeCreated created) {
            Seen seen = new Seen(created.probe(), created.subjectA(), created.subjectB(), nowNanos);
            probes.put(seen.id(), seen);
            live.add(seen.id());
        } else if (effect instanceof Effect.ProbeFinished finished) {
            live.remove(finished.probe());
        } else if (effect instanceof Effect.StayOpened opened) {
            waiting.add(opened.subject());
        } else if (effect instanceof Effect.StayClosed closed) {
            waiting.remove(closed.subject());
        } else if (effect instanceof Effect.Send send
                && send.message() instanceof ServerMessage.Start start) {
            started.add(start.probe());
        }
    }

    /** Who speaks on this connection, or null if it was never opened. */
    @Nullable
    SubjectId who(SocketId socket) {
        return owner.get(socket);
    }

    SocketId socketOf(SubjectId subject) {
        SocketId socket = current.get(subject);
        if (socket == null) {
            throw new IllegalStateException(subject + " never connected");
        }
        return socket;
    }

    boolean isDead(SocketId socket) {
        return gone.contains(socket) || replaced.contains(socket);
    }

    /** The live probe of this person, or null. */
    @Nullable
    Seen probeOf(@Nullable SubjectId subject) {
        for (ProbeId id : live) {
            Seen seen = probes.get(id);
            if (seen != null && seen.has(subject)) {
                return seen;
            }
        }
        return null;
    }

    /** Those who wait and are in no probe, but for these. */
    List<SubjectId> freeBut(SubjectId... these) {
        List<SubjectId> without = List.of(these);
        return waiting.stream()
                .filter(person -> !without.contains(person) && probeOf(person) == null)
                .toList();
    }
}
