package dev.sonde.sim.report.html;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.sonde.sim.trace.Story;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A story for the script that draws it: its steps column by column, which is short, with each
 * wording once.
 */
final class StoryWriter {

    private static final long NANOS_PER_MICRO = 1_000;

    private StoryWriter() {}

    static void write(Html html, Story story, String id) {
        html.open("div", "class", "story", "id", id, "data-story", id + "-data").closeLine();
        if (!story.note().isEmpty()) {
            html.element("p", story.note(), "class", "note").raw("\n");
        }
        html.open("script", "type", "application/json", "id", id + "-data");
        html.raw(json(story)).closeLine();
    }

    private static String json(Story story) {
        Map<String, Integer> words = new LinkedHashMap<>();
        story.steps().forEach(step -> words.putIfAbsent(step.words(), words.size()));
        return Json.object(json -> {
            strings(json, "lanes", story.lanes());
            json.writeArrayFieldStart("chapters");
            for (Story.Chapter chapter : story.chapters()) {
                json.writeStartObject();
                json.writeStringField("title", chapter.title());
                json.writeArrayFieldStart("members");
                for (int member : chapter.members()) {
                    json.writeNumber(member);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            strings(json, "kinds", names(Story.Kind.values()));
            strings(json, "stages", names(Story.Stage.values()));
            strings(json, "words", List.copyOf(words.keySet()));
            List<Story.Step> steps = story.steps();
            column(json, "event", steps, Story.Step::event);
            column(json, "at", steps, step -> step.atNanos() / NANOS_PER_MICRO);
            column(
                    json,
                    "flight",
                    steps,
                    step -> (step.atNanos() - step.sentNanos()) / NANOS_PER_MICRO);
            column(json, "kind", steps, step -> step.kind().ordinal());
            column(json, "from", steps, Story.Step::from);
            column(json, "to", steps, Story.Step::to);
            column(json, "word", steps, step -> words.getOrDefault(step.words(), 0));
            column(json, "chapter", steps, Story.Step::chapter);
            List<Story.Span> spans = story.spans();
            column(json, "spanLane", spans, Story.Span::lane);
            column(json, "spanStage", spans, span -> span.stage().ordinal());
            column(json, "spanFrom", spans, span -> span.fromNanos() / NANOS_PER_MICRO);
            column(json, "spanTo", spans, span -> span.toNanos() / NANOS_PER_MICRO);
        });
    }

    private static List<String> names(Enum<?>[] values) {
        return java.util.Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void strings(JsonGenerator json, String name, List<String> strings)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }

    private static <T> void column(
            JsonGenerator json, String name, List<T> rows, ToLongFunction<T> value)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T row : rows) {
            json.writeNumber(value.applyAsLong(row));
        }
        json.writeEndArray();
    }
}
