package dev.sonde.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Reads one input, such as {@code ann measures p1 40}. */
final class InputText {

    /** What a signal carries: a word, and as many bytes as the test says. */
    record Word(String text, int sizeBytes) implements SignalPayload {
        @Override
        public JsonNode toJson() {
            return new TextNode(text);
        }
    }

    private final Cast cast;
    private final List<String> words;

    private InputText(Cast cast, List<String> words) {
        this.cast = cast;
        this.words = words;
    }

    static Input read(Cast cast, String text) {
        List<String> words = List.of(text.strip().split(" +"));
        return switch (words.get(0)) {
            case "wake" -> Input.WAKE;
            case "shutdown" -> Input.SHUTDOWN;
            default -> new InputText(cast, words).said();
        };
    }

    private Input said() {
        String who = words.get(0);
        return switch (words.get(1)) {
            case "connects" -> connects(who);
            case "disconnects" -> new Input.Disconnect(cast.socket(who));
            case "heard" -> new Input.Heard(cast.socket(who));
            default -> new Input.Receive(cast.socket(who), message(who));
        };
    }

    private Input connects(String who) {
        String as = option("as", Cast.person(who));
        Instance page = new Instance(option("page", ""));
        var socket = who.contains("/") ? cast.socket(who) : cast.newSocket(who);
        return new Input.Connect(socket, new SubjectId(as), page);
    }

    private ClientMessage message(String who) {
        return switch (words.get(1)) {
            case "joins" -> join();
            case "leaves" -> new ClientMessage.Leave();
            case "mumbles" -> new ClientMessage.Unreadable(words.get(2), refusal(words.get(3)));
            default -> aboutProbe(who);
        };
    }

    private ClientMessage join() {
        String rtt = option("rtt", "");
        String known = option("knows", "");
        return new ClientMessage.Join(
                known.isEmpty()
                        ? List.of()
                        : Arrays.stream(known.split(",")).map(SubjectId::new).toList(),
                rtt.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(rtt)),
                option("pool", ""));
    }

    private ClientMessage aboutProbe(String who) {
        var probe = cast.probe(who, words.get(2));
        return switch (words.get(1)) {
            case "ready" -> new ClientMessage.Ready(probe);
            case "connected" -> new ClientMessage.Connected(probe);
            case "signals" ->
                new ClientMessage.Signal(
                        probe,
                        cast.target(who, option("to", "partner")),
                        SignalType.valueOf(option("type", "offer").toUpperCase(Locale.ROOT)),
                        new Word(option("word", "x"), Integer.parseInt(option("bytes", "1"))));
            case "measures" ->
                result(
                        new ClientMessage.Ready(probe),
                        Report.ofSuccess(Double.parseDouble(words.get(3))));
            case "fails" -> result(new ClientMessage.Ready(probe), Report.FAILURE);
            case "garbles" -> result(new ClientMessage.Ready(probe), Report.INVALID);
            default -> throw new IllegalArgumentException("no such input: " + words);
        };
    }

    private static ClientMessage result(ClientMessage.Ready about, Report report) {
        return new ClientMessage.Result(about.probe(), report, ClientMessage.Details.NONE);
    }

    private static Refusal refusal(String wireName) {
        return Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no refusal " + wireName));
    }

    private String option(String key, String otherwise) {
        int at = words.indexOf(key);
        return at < 0 ? otherwise : words.get(at + 1);
    }
}
