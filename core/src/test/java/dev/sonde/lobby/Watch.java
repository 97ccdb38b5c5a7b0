package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds every input and its effects against what is true of every conversation. */
final class Watch {

    private final Map<ProbeId, List<SubjectId>> liveProbes = new LinkedHashMap<>();
    private final Set<ProbeId> allProbes = new LinkedHashSet<>();
    private final Set<SubjectId> waiting = new LinkedHashSet<>();
    private final Set<SocketId> gone = new LinkedHashSet<>();
    private final Set<String> started = new LinkedHashSet<>();
    private final Set<SocketId> known = new LinkedHashSet<>();
    private final Map<SubjectId, SocketId> current = new LinkedHashMap<>();
    /** The connections from before an input, where what was due may have been sent to them. */
    private final Set<SocketId> old = new LinkedHashSet<>();

    /** @param wasDue true if something was due, which is performed before the input is heard of */
    void saw(Input input, boolean wasDue, List<Effect> effects) {
        old.clear();
        if (wasDue) {
            old.addAll(current.values());
        }
        heard(input);
        effects.forEach(this::saw);
        if (input instanceof Input.Disconnect disconnect) {
            gone.add(disconnect.socket());
        }
    }

    private void heard(Input input) {
        if (input instanceof Input.Disconnect disconnect) {
            current.values().remove(disconnect.socket());
        } else if (input instanceof Input.Connect connect && known.add(connect.socket())) {
            current.put(connect.subject(), connect.socket());
        }
    }

    private void saw(Effect effect) {
        if (effect instanceof Effect.ProbeCreated created) {
            List<SubjectId> members = List.of(created.subjectA(), created.subjectB());
            assertThat(allProbes.add(created.probe())).as("new: %s", created).isTrue();
            assertThat(waiting).as("who is probed waits: %s", created).containsAll(members);
            if (old.isEmpty()) {
                assertThat(current.keySet()).as("is there: %s", created).containsAll(members);
            }
            assertThat(liveProbes.values().stream().flatMap(List::stream))
                    .as("in no other probe: %s", created)
                    .doesNotContainAnyElementsOf(members);
            liveProbes.put(created.probe(), members);
        } else if (effect instanceof Effect.ProbeFinished end) {
            assertThat(liveProbes.remove(end.probe()))
                    .as("lived until now: %s", end)
                    .isEqualTo(List.of(end.subjectA(), end.subjectB()));
        } else if (effect instanceof Effect.StayOpened stay) {
            assertThat(waiting.add(stay.subject())).as("did not wait: %s", stay).isTrue();
        } else if (effect instanceof Effect.StayClosed stay) {
            assertThat(waiting.remove(stay.subject())).as("waited: %s", stay).isTrue();
        } else if (effect instanceof Effect.Send send) {
            sent(send);
        } else if (effect instanceof Effect.Close close) {
            assertThat(gone.add(close.socket())).as("was open: %s", close).isTrue();
        } else if (effect instanceof Effect.MatchFormed match) {
            assertThat(waiting)
                    .as("matched: %s", match)
                    .doesNotContainAnyElementsOf(match.members());
            assertThat(match.members()).doesNotHaveDuplicates();
        }
    }

    private void sent(Effect.Send send) {
        assertThat(gone).as("still there: %s", send).doesNotContain(send.socket());
        if (!(send.message() instanceof ServerMessage.Superseded)) {
            assertThat(send.socket().equals(current.get(send.subject()))
                            || old.contains(send.socket()))
                    .as("its subject's connection: %s", send)
                    .isTrue();
        }
        ProbeId probe = null;
        if (send.message() instanceof ServerMessage.Prepare prepare) {
            probe = prepare.probe();
        } else if (send.message() instanceof ServerMessage.RelayedSignal signal) {
            probe = signal.probe();
            assertThat(started).as("after start: %s", send).contains(send.subject() + " " + probe);
        } else if (send.message() instanceof ServerMessage.Start start) {
            probe = start.probe();
            assertThat(started.add(send.subject() + " " + probe))
                    .as("once: %s", send)
                    .isTrue();
        }
        if (probe != null) {
            assertThat(liveProbes.get(probe))
                    .as("a member of a live probe: %s", send)
                    .isNotNull()
                    .contains(send.subject());
        }
    }

    /** Nothing is left to do, and nobody waits. */
    void isAtRest() {
        assertThat(liveProbes).isEmpty();
        assertThat(waiting).isEmpty();
    }
}
