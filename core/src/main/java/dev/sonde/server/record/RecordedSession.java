package dev.sonde.server.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A session that was recorded, to be lived through again by another lobby. */
public final class RecordedSession {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An input, and what came of it. */
    record Step(int line, long atNanos, Input input, List<String> effects) {}

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final ArrayDeque<ProbeId> probes = new ArrayDeque<>();
    private final ArrayDeque<MatchId> matches = new ArrayDeque<>();
    private boolean hasTurn;

    private RecordedSession() {}

    /** True if the file begins as recorded sessions do. */
    public static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] start = new byte[32];
        try (var in = Files.newInputStream(file)) {
            int length = in.readNBytes(start, 0, start.length);
            return new String(start, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .startsWith("{\"" + SessionRecorder.MARK + "\"");
        }
    }

    /**
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no recorded session; the message names the line
     */
    public static RecordedSession read(Path file) throws IOException {
        RecordedSession session = new RecordedSession();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            int number = 1;
            session.head(line == null ? "" : line);
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    session.line(number, JSON.readTree(line));
                } catch (JsonProcessingException e) {
                    throw new IllegalArgumentException(
                            "line " + number + " is no line of a session, or was cut off: "
                                    + e.getOriginalMessage(),
                            e);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return session;
    }

    private void head(String line) throws JsonProcessingException {
        JsonNode head = line.length() > LONGEST_HEAD ? null : JSON.readTree(line);
        int version = head == null ? 0 : head.path(SessionRecorder.MARK).asInt();
        if (head == null || version != SessionRecorder.VERSION) {
            throw new IllegalArgumentException("line 1: this is a session of version " + version
                    + ", but only version " + SessionRecorder.VERSION + " can be read");
        }
        head.path("settings")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
    }

    private void line(int number, JsonNode node) {
        if (node.has("in")) {
            steps.add(new Step(
                    number, node.path("at").asLong(), InputJson.read(node), new ArrayList<>()));
            return;
        }
        if (steps.isEmpty() || !node.has("out")) {
            throw new IllegalArgumentException("neither an input nor one of its effects");
        }
        String effect = node.path("out").asText();
        steps.get(steps.size() - 1).effects.add(effect);
        String[] words = effect.split(" ", -1);
        boolean isCreated = words.length > 1 && words[1].equals("of");
        ProbeId probe = isCreated ? ProbeId.parse(words[0]) : null;
        MatchId match = isCreated ? MatchId.parse(words[0]) : null;
        if (probe != null) {
            probes.add(probe);
        }
        if (match != null) {
            matches.add(match);
        }
        hasTurn |= effect.endsWith(" with turn");
    }

    List<Step> steps() {
        return steps;
    }

    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** The ids that were drawn, in their order, and then none. */
    public Ids ids() {
        return new Ids() {
            @Override
            public ProbeId nextProbe() {
                return probes.isEmpty() ? new ProbeId(0, 0) : probes.remove();
            }

            @Override
            public MatchId nextMatch() {
                return matches.isEmpty() ? new MatchId(0, 0) : matches.remove();
            }
        };
    }

    /** Credentials that open nothing, if there were any. */
    public TurnCredentialSource turn() {
        return (subject, nowNanos) ->
                hasTurn ? new TurnCredentials("recorded", "recorded", List.of()) : null;
    }

    /**
     * What a replay came to.
     *
     * @param difference empty if every effect was the same, else where the first other one is
     */
    public record Replay(int inputs, int effects, String difference) {}

    /** Lives through it again with a lobby that was made of its settings, ids and credentials. */
    public Replay replay(LobbyUnderTest lobby) {
        EffectLine lines = new EffectLine(UnaryOperator.<SubjectId>identity(), 0);
        int effects = 0;
        for (Step step : steps) {
            List<Effect> emitted = new ArrayList<>();
            lobby.accept(step.atNanos, step.input, emitted::add);
            List<String> texts = emitted.stream().map(lines::of).toList();
            if (!texts.equals(step.effects)) {
                return new Replay(steps.size(), effects, difference(step, texts));
            }
            effects += texts.size();
        }
        return new Replay(steps.size(), effects, "");
    }

    private static String difference(Step step, List<String> texts) {
        int at = 0;
        while (at < Math.min(texts.size(), step.effects.size())
                && texts.get(at).equals(step.effects.get(at))) {
            at++;
        }
        String recorded = at < step.effects.size() ? step.effects.get(at) : "nothing more";
        String now = at < texts.size() ? texts.get(at) : "nothing more";
        return "line " + step.line + ", effect " + (at + 1) + ": recorded '" + recorded + "', now '"
                + now + "'";
    }
}
