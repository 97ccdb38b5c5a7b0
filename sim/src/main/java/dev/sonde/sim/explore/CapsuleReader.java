package dev.sonde.sim.explore;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text to capsule. Whatever the text holds, it ends in a capsule or in a {@link CapsuleException}.
 */
final class CapsuleReader {

    private static final List<String> FIELDS = List.of(
            "sonde",
            "version",
            "scenario",
            "seed",
            "choices",
            "claim",
            "event",
            "digest",
            "command");
    private static final int DIGEST_DIGITS = 16;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final String text;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private @Nullable String scenario;
    private boolean hasChoices;

    CapsuleReader(String text) {
        this.text = text;
    }

    Capsule read() throws CapsuleException {
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new CapsuleException("this is no capsule: a capsule is a JSON object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                field(json.currentName(), json);
            }
            if (json.nextToken() != null) {
                throw new CapsuleException("something stands behind the end of the capsule");
            }
        } catch (JsonEOFException e) {
            throw new CapsuleException(
                    "the capsule ends in the middle: it was cut off; take the whole file", e);
        } catch (JsonProcessingException e) {
            throw new CapsuleException(
                    "this is no JSON, so no capsule: line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ", "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to be read", e);
        }
        return capsule();
    }

    private void field(String name, JsonParser json) throws IOException, CapsuleException {
        JsonToken token = json.nextToken();
        switch (name) {
            case "sonde" -> {
                checkFormat(number(name, token, json));
            }
            case "seed", "event" -> numbers.put(name, number(name, token, json));
            case "version", "claim", "digest", "command" ->
                texts.put(name, text(name, token, json));
            case "choices" -> choices(token, json);
            case "scenario" -> {
                require(token == JsonToken.START_OBJECT, name, "a scenario as an object");
                scenario = copy(json);
            }
            default ->
                throw new CapsuleException("a capsule has no field '" + shown(name)
                        + "'; its fields are: " + String.join(", ", FIELDS));
        }
    }

    private void checkFormat(long format) throws CapsuleException {
        if (format != CapsuleJson.FORMAT) {
            throw new CapsuleException("this capsule has version " + format
                    + " of the format, and only version " + CapsuleJson.FORMAT
                    + " is known here; replay it with the sonde that made it");
        }
        numbers.put("sonde", format);
    }

    private void choices(JsonToken token, JsonParser json) throws IOException, CapsuleException {
        require(token == JsonToken.START_ARRAY, "choices", "a list");
        hasChoices = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "choices", "a list of objects");
            choices.add(choice(json));
        }
    }

    private Choice choice(JsonParser json) throws IOException, CapsuleException {
        String which = "choice " + (choices.size() + 1);
        Map<String, String> parts = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            require(
                    name.equals("run") || name.equals("before") || name.equals("late"),
                    which,
                    "run, before and late, not '" + shown(name) + "'");
            parts.put(name, text(which, json.nextToken(), json));
        }
        String run = parts.get("run");
        if (run == null) {
            throw new CapsuleException(which + " does not say which event to run");
        }
        try {
            return new Choice(parts.getOrDefault("before", run), run, late(parts.get("late")));
        } catch (IllegalArgumentException e) {
            throw new CapsuleException(which + " is none: " + e.getMessage(), e);
        }
    }

    private static long late(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (text.equals(CapsuleJson.MOST)) {
            return Choice.LATEST;
        }
        if (!text.matches("[0-9]{1,18}ns")) {
            throw new IllegalArgumentException(
                    "late is most or nanoseconds such as 5000ns, not '" + shown(text) + "'");
        }
        return Long.parseLong(text.substring(0, text.length() - 2));
    }

    private Capsule capsule() throws CapsuleException {
        for (String name : FIELDS) {
            boolean there = switch (name) {
                case "scenario" -> scenario != null;
                case "choices" -> hasChoices;
                default -> texts.containsKey(name) || numbers.containsKey(name);
            };
            if (!there) {
                throw new CapsuleException("the capsule's field '" + name + "' is missing");
            }
        }
        String digest = texts.getOrDefault("digest", "");
        require(
                digest.matches("[0-9a-f]{" + DIGEST_DIGITS + "}"),
                "digest",
                DIGEST_DIGITS + " hexadecimal digits");
        long event = numbers.getOrDefault("event", 0L);
        require(event >= 0, "event", "a number from 0");
        return new Capsule(
                texts.getOrDefault("version", ""),
                String.valueOf(scenario),
                numbers.getOrDefault("seed", 0L),
                choices,
                texts.getOrDefault("claim", ""),
                event,
                HexFormat.fromHexDigitsToLong(digest));
    }

    private static String copy(JsonParser json) throws IOException {
        StringWriter copy = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(copy)) {
            out.copyCurrentStructure(json);
        }
        return copy.toString();
    }

    private static String text(String name, JsonToken token, JsonParser json)
            throws IOException, CapsuleException {
        require(token == JsonToken.VALUE_STRING, name, "a text");
        return json.getText();
    }

    private static long number(String name, JsonToken token, JsonParser json)
            throws IOException, CapsuleException {
        require(token == JsonToken.VALUE_NUMBER_INT, name, "a whole number");
        return json.getLongValue();
    }

    private static void require(boolean holds, String name, String expected)
            throws CapsuleException {
        if (!holds) {
            throw new CapsuleException("in '" + name + "', expected " + expected);
        }
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
