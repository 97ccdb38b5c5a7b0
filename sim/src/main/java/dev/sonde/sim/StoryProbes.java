package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.sim.trace.Story;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which probe each entry of a trace belongs to: the one that it names, else the one that the person
 * it is about is in, or came out of just now. Probes count from 0 in the order in which they were
 * created.
 */
final class StoryProbes {

    /** For so long after its end a probe has an aftermath: results, closing, the match. */
    private static final long AFTERMATH_NANOS = 4_000_000_000L;

    private final Map<SocketId, String> speakers = new LinkedHashMap<>();
    private final Map<ProbeId, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> lastOf = new LinkedHashMap<>();
    private final Map<Integer, Long> ends = new LinkedHashMap<>();
    private final int[] ofEntries;

    StoryProbes(List<TraceEntry> entries) {
        ofEntries = new int[entries.size()];
        for (int i = 0; i < ofEntries.length; i++) {
            ofEntries[i] = read(entries.get(i));
        }
    }

    /** The probe of each entry, by its place in the trace; {@link Story#NONE} for none. */
    int[] ofEntries() {
        return ofEntries;
    }

    /** How many probes there are in the trace. */
    int count() {
        return numbers.size();
    }

    int of(int entry) {
        return ofEntries[entry];
    }

    /** Whose input it is, empty for nobody's. */
    String speaker(Object input) {
        SocketId socket = socket(input);
        return socket == null ? "" : speakers.getOrDefault(socket, "");
    }

    private int read(TraceEntry entry) {
        Object what = entry.what() instanceof Chronicle.Lost lost ? lost.message() : entry.what();
        if (what instanceof Input.Connect connect) {
            speakers.put(connect.socket(), connect.subject().value());
        } else if (what instanceof Effect.ProbeCreated created) {
            int number = numbers.size();
            numbers.put(created.probe(), number);
            lastOf.put(created.subjectA().value(), number);
            lastOf.put(created.subjectB().value(), number);
        }
        ProbeId named = named(what);
        if (named != null && numbers.containsKey(named)) {
            int number = numbers.getOrDefault(named, Story.NONE);
            if (what instanceof Effect.ProbeFinished) {
                ends.put(number, entry.atNanos());
            }
            return number;
        }
        int last = lastOf.getOrDefault(about(entry, what), Story.NONE);
        Long end = ends.get(last);
        return end == null || entry.atNanos() - end <= AFTERMATH_NANOS ? last : Story.NONE;
    }

    private String about(TraceEntry entry, Object what) {
        if (what instanceof Effect.MatchFormed formed) {
            return formed.members().get(0).value();
        }
        if (what instanceof Effect.StayClosed closed) {
            return closed.subject().value();
        }
        if (what instanceof Effect.Send send) {
            return send.subject().value();
        }
        if (what instanceof Input) {
            return speaker(what);
        }
        boolean isPerson = !entry.to().isEmpty() && !entry.to().equals(Chronicle.SERVER);
        return isPerson ? entry.to() : entry.from();
    }

    private static @Nullable ProbeId named(Object what) {
        if (what instanceof Effect.Send send) {
            return named(send.message());
        }
        if (what instanceof Input.Receive receive) {
            return named(receive.message());
        }
        if (what instanceof Effect.ProbeCreated created) {
            return created.probe();
        }
        if (what instanceof Effect.ProbeFinished finished) {
            return finished.probe();
        }
        if (what instanceof ServerMessage message) {
            return told(message);
        }
        return what instanceof ClientMessage message ? said(message) : null;
    }

    private static @Nullable ProbeId told(ServerMessage message) {
        if (message instanceof ServerMessage.Prepare prepare) {
            return prepare.probe();
        }
        if (message instanceof ServerMessage.Start start) {
            return start.probe();
        }
        if (message instanceof ServerMessage.RelayedSignal signal) {
            return signal.probe();
        }
        return message instanceof ServerMessage.Cancel cancel ? cancel.probe() : null;
    }

    private static @Nullable ProbeId said(ClientMessage message) {
        if (message instanceof ClientMessage.Ready ready) {
            return ready.probe();
        }
        if (message instanceof ClientMessage.Connected connected) {
            return connected.probe();
        }
        if (message instanceof ClientMessage.Signal signal) {
            return signal.probe();
        }
        return message instanceof ClientMessage.Result result ? result.probe() : null;
    }

    /** The connection that an input arrived on; null if it came on none. */
    static @Nullable SocketId socket(Object input) {
        if (input instanceof Input.Connect connect) {
            return connect.socket();
        }
        if (input instanceof Input.Disconnect disconnect) {
            return disconnect.socket();
        }
        if (input instanceof Input.Receive receive) {
            return receive.socket();
        }
        return input instanceof Input.Heard heard ? heard.socket() : null;
    }
}
