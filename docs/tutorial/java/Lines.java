import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** Lines in, lines out, as docs/wire.md has them. */
abstract class Lines {
    JsonNode settings;
    private final List<String> effects = new ArrayList<>();

    /** Says what this input leads to, and returns when it wants to be woken, or null. */
    abstract Long accept(JsonNode line);

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        ObjectMapper mapper = new ObjectMapper();
        Lines lines = new Coordinator();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            JsonNode line = mapper.readTree(text);
            String answer = "";
            if (line.has("hello")) {
                answer = ",\"hello\":{\"wire\":1,\"name\":\"little coordinator\"}";
            } else if (line.has("reset")) {
                lines = new Coordinator();
                lines.settings = line.get("reset");
                answer = lines.isServed() ? "" : ",\"cannot\":\"groups, a hold, pauses\"";
            } else {
                lines.effects.clear();
                Long deadline = lines.accept(line);
                answer = ",\"effects\":" + lines.effects + ",\"deadline\":" + deadline;
            }
            System.out.println("{\"n\":" + line.get("n") + answer + "}");
        }
    }

    boolean isServed() {
        boolean isPair = settings.at("/waiting/group_size").intValue() == 2;
        return isPair && nanos("/waiting/hold") == 0 && nanos("/waiting/pause/failed") == 0;
    }

    long nanos(String path) {
        return settings.at(path).longValue();
    }

    /** Writes ' for ". What is put in needs no escape: ids, numbers, JSON of clients. */
    void emit(String template, Object... parts) {
        effects.add(template.replace('\'', '"').formatted(parts));
    }

    void send(Person to, String event, String payload, Object... parts) {
        String effect = "{'do':'send','socket':%d,'subject':'%s','event':'%s','payload':{";
        if (to.socket != null) {
            emit(effect.formatted(to.socket, to.name, event) + payload + "}}", parts);
        }
    }

    void hangUp(Person one) {
        if (one.socket != null) {
            emit("{'do':'close','socket':%d,'subject':'%s'}", one.socket, one.name);
        }
    }
}
