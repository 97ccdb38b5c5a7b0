package dev.sonde.server.record;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recorded session as a scenario that can be varied: the same people come, go and lose their
 * connections at the same instants, with the same lobby, and pairs that were measured are as far
 * apart as they were. What their browsers do in between is simulated, so it is the same evening and
 * not the same run.
 */
public final class SessionScenario {

    private static final long MILLI = 1_000_000;
    private static final long AFTERWARDS_MILLIS = 30_000;

    /** One person's stay, in milliseconds since the start. */
    private static final class Guest {

        private long joins = -1;
        private long leaves = -1;
        private long returns = -1;
        private boolean isModern;
        private boolean hasPages;
        private @Nullable SocketId socket;
        private Instance page = Instance.NONE;
        private long away = -1;
        private double serverRtt = -1;
        private List<SubjectId> history = List.of();
    }

    private record Break(
            long at, String who, long backAfter, boolean overlaps, boolean isNewPage) {}

    private final Map<SubjectId, Guest> guests = new LinkedHashMap<>();
    private final Map<SocketId, SubjectId> sockets = new LinkedHashMap<>();
    private final List<Break> breaks = new ArrayList<>();
    private final Map<ProbeId, Map<SubjectId, Double>> results = new LinkedHashMap<>();
    private final Map<ProbeId, TreeMap<String, SubjectId>> members = new LinkedHashMap<>();
    private long lastMillis;

    private SessionScenario() {}

    /**
     * The scenario as YAML.
     *
     * @param name what it is called: 1 to 64 of {@code 0-9 A-Z a-z . _ -}
     * @throws IllegalArgumentException if nobody joined in the session
     */
    public static String of(RecordedSession session, String name) {
        SessionScenario scenario = new SessionScenario();
        session.steps().forEach(step -> scenario.lived(step.atNanos() / MILLI, step.input()));
        if (scenario.guests.values().stream().noneMatch(guest -> guest.joins >= 0)) {
            throw new IllegalArgumentException(
                    "nobody joins in this session, so there is nothing" + " to make a scenario of");
        }
        return scenario.yaml(new LobbyYaml(session.settings()).text(), name);
    }

    private void lived(long at, Input input) {
        lastMillis = Math.max(lastMillis, at);
        if (input instanceof Input.Connect connect) {
            connected(at, connect);
        } else if (input instanceof Input.Disconnect gone) {
            Guest guest = guests.get(sockets.get(gone.socket()));
            if (guest != null && gone.socket().equals(guest.socket)) {
                guest.socket = null;
                guest.away = at;
            }
        } else if (input instanceof Input.Receive said) {
            SubjectId who = sockets.get(said.socket());
            Guest guest = guests.get(who);
            if (who != null && guest != null && said.socket().equals(guest.socket)) {
                said(at, who, guest, said.message());
            }
        }
    }

    private void connected(long at, Input.Connect connect) {
        Guest guest = guests.computeIfAbsent(connect.subject(), key -> new Guest());
        boolean isBack = guest.joins >= 0 && guest.leaves < 0;
        boolean isNewPage = !guest.page.equals(connect.instance());
        if (isBack && guest.socket != null) {
            breaks.add(new Break(at, connect.subject().value(), 1, true, isNewPage));
        } else if (isBack && guest.away >= 0) {
            long away = guest.away;
            breaks.add(new Break(
                    away, connect.subject().value(), Math.max(1, at - away), false, isNewPage));
        }
        guest.away = -1;
        guest.socket = connect.socket();
        guest.page = connect.instance();
        guest.hasPages |= !connect.instance().equals(Instance.NONE);
        sockets.put(connect.socket(), connect.subject());
    }

    private void said(long at, SubjectId who, Guest guest, ClientMessage message) {
        if (message instanceof ClientMessage.Join join) {
            if (guest.joins < 0) {
                guest.joins = at;
                guest.serverRtt = join.serverRttMillis().orElse(-1);
                guest.history = join.groupHistory();
            } else if (guest.leaves >= 0 && guest.returns < 0) {
                guest.returns = at - guest.leaves;
            }
        } else if (message instanceof ClientMessage.Leave && guest.joins >= 0 && guest.leaves < 0) {
            guest.leaves = at;
        } else if (message instanceof ClientMessage.Connected) {
            guest.isModern = true;
        } else if (message instanceof ClientMessage.Ready ready) {
            members.computeIfAbsent(ready.probe(), key -> new TreeMap<>()).put(who.value(), who);
        } else if (message instanceof ClientMessage.Result result
                && result.report() instanceof Report.Success success) {
            results.computeIfAbsent(result.probe(), key -> new LinkedHashMap<>())
                    .putIfAbsent(who, success.rttMillis());
        }
    }

    private String yaml(String lobby, String name) {
        StringBuilder text = new StringBuilder("sonde: 1\n");
        text.append("name: ").append(name).append('\n');
        text.append("description: >\n")
                .append("  Made of a recorded session: the same people come, go and lose their")
                .append(" connections at\n  the same instants. Their networks are not known, only")
                .append(" some\n  pairs' round trips.\n");
        text.append("until: ").append(lastMillis + AFTERWARDS_MILLIS).append("ms\n\n");
        text.append(lobby);
        paths(text);
        text.append("\npeople:\n");
        guests.forEach((who, guest) -> {
            if (guest.joins >= 0) {
                person(text, who, guest);
            }
        });
        faults(text);
        return text.append("\nexpect: {verdict: held}\n").toString();
    }

    private void person(StringBuilder text, SubjectId who, Guest guest) {
        text.append("  - {id: ").append(quoted(who)).append(", joins: ").append(guest.joins);
        text.append("ms");
        // Who was gone when it ended and had not left has left then.
        long leaves = guest.leaves >= 0 ? guest.leaves : guest.away;
        if (leaves > guest.joins) {
            text.append(", leaves: ").append(leaves).append("ms");
        }
        if (guest.returns > 0) {
            text.append(", returns: ").append(guest.returns).append("ms");
        }
        if (guest.serverRtt >= 0) {
            text.append(", server-rtt: ").append(Math.round(guest.serverRtt)).append("ms");
        }
        List<String> known = guest.history.stream()
                .filter(partner -> isHere(partner) && !partner.equals(who))
                .map(SessionScenario::quoted)
                .toList();
        if (!known.isEmpty()) {
            text.append(", history: [").append(String.join(", ", known)).append(']');
        }
        if (guest.isModern) {
            text.append(", client: modern");
        }
        if (!guest.hasPages) {
            text.append(", instance: none");
        }
        text.append("}\n");
    }

    private boolean isHere(SubjectId who) {
        Guest guest = guests.get(who);
        return guest != null && guest.joins >= 0;
    }

    /** Pairs that were measured, each as far apart as the first success said. */
    private void paths(StringBuilder text) {
        Map<String, Long> apart = new LinkedHashMap<>();
        members.forEach((probe, both) -> {
            Map<SubjectId, Double> measured = results.getOrDefault(probe, Map.of());
            if (both.size() == 2 && !measured.isEmpty()) {
                String pair = quoted(both.firstEntry().getValue()) + ", "
                        + quoted(both.lastEntry().getValue());
                double millis = measured.values().iterator().next();
                apart.putIfAbsent(pair, Math.max(1, Math.round(millis)));
            }
        });
        if (!apart.isEmpty()) {
            text.append("\nnetwork:\n  paths:\n");
            apart.forEach((pair, millis) -> text.append("    - {between: [")
                    .append(pair)
                    .append("], rtt: ")
                    .append(millis)
                    .append("ms}\n"));
        }
    }

    private void faults(StringBuilder text) {
        if (breaks.isEmpty()) {
            return;
        }
        text.append("\nfaults:\n");
        for (Break one : breaks) {
            text.append("  - {at: ").append(one.at).append("ms, disconnect: ");
            text.append('"').append(one.who).append("\", back-after: ").append(one.backAfter);
            text.append("ms, socket: ").append(one.overlaps ? "overlapping" : "new");
            text.append(", page: ").append(one.isNewPage ? "new" : "same").append("}\n");
        }
    }

    /** In quotes, since some names are numbers or words of YAML. */
    private static String quoted(SubjectId subject) {
        return '"' + subject.value() + '"';
    }
}
