package dev.sonde.sim.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.sonde.sim.explore.Explanation;
import dev.sonde.sim.explore.Explanation.Point;
import dev.sonde.sim.trace.Decimals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Which event made a failure all but inevitable: a small plot for a terminal, or JSON. */
public final class WhyReport {

    private static final int MOST_LINES = 30;
    private static final int BAR = 20;
    private static final double WHOLE = 100;
    private static final JsonFactory FACTORY = new JsonFactory();

    private WhyReport() {}

    /** The lines of the report, without line breaks. */
    public static List<String> lines(Explanation why, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(why.capsule().claim()) + style.dot() + "violated at event "
                + why.capsule().event());
        lines.add(style.faint(style.rule()));
        lines.add(style.faint("   event  fails  of 95 %     probability           after"));
        List<Integer> shown = shown(why);
        int before = -1;
        for (int place : shown) {
            if (place > before + 1) {
                lines.add(style.faint("     ..."));
            }
            lines.add(line(why, place, style));
            before = place;
        }
        lines.add(style.faint(style.rule()));
        lines.add(culprit(why));
        return lines;
    }

    /** All if they are few; else those where something changes, and both ends. */
    private static List<Integer> shown(Explanation why) {
        List<Integer> all = new ArrayList<>();
        List<Point> points = why.points();
        for (int i = 0; i < points.size(); i++) {
            boolean changes = i > 0
                    && Math.abs(points.get(i).failed() - points.get(i - 1).failed()) * 10
                            > points.get(i).runs();
            boolean end = i == 0 || i == points.size() - 1;
            boolean near = Math.abs(i - why.culprit()) <= 2;
            if (points.size() <= MOST_LINES || changes || end || near) {
                all.add(i);
            }
        }
        return all;
    }

    private static String line(Explanation why, int place, Style style) {
        Point point = why.points().get(place);
        String bar = style.bar(point.failed(), point.runs(), BAR);
        String text = (place == why.culprit() ? " > " : "   ")
                + pad(Long.toString(point.event()), 5)
                + pad(percent(point.share()), 7)
                + "  "
                + right(percent(point.low()) + style.dash() + percent(point.high()), 10)
                + right(bar, BAR + 1)
                + " "
                + Text.cut(point.what(), 29);
        return place == why.culprit() ? style.bad(text) : text;
    }

    private static String culprit(Explanation why) {
        Point at = why.at();
        Point before = why.before();
        String rise = percent(before.share()) + " to " + percent(at.share());
        return why.isClear()
                ? "Event " + at.event() + " is to blame: '" + at.what() + "' at "
                        + Decimals.millis(at.atNanos()) + " ms.\nIt raises the probability of "
                        + why.capsule().claim() + " from " + rise + "."
                : "No single event is to blame: the largest step, from " + rise + " at event "
                        + at.event() + ", '" + at.what() + "', may be chance.";
    }

    /** Whole percent. */
    private static String percent(double share) {
        return Math.round(share * WHOLE) + "%";
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String right(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** The same as one JSON object, without a line break. */
    public static String json(Explanation why) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("claim", why.capsule().claim());
            json.writeNumberField("event", why.capsule().event());
            json.writeNumberField("culprit", why.at().event());
            json.writeStringField("what", why.at().what());
            json.writeBooleanField("clear", why.isClear());
            json.writeArrayFieldStart("points");
            for (Point point : why.points()) {
                json.writeStartObject();
                json.writeNumberField("event", point.event());
                json.writeStringField("what", point.what());
                json.writeFieldName("atMillis");
                json.writeNumber(Decimals.millis(point.atNanos()));
                json.writeNumberField("runs", point.runs());
                json.writeNumberField("failed", point.failed());
                json.writeFieldName("low");
                json.writeNumber(Decimals.text(point.low()));
                json.writeFieldName("high");
                json.writeNumber(Decimals.text(point.high()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to take text", e);
        }
        return text.toString();
    }
}
