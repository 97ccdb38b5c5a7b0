package dev.sonde.sim.trace;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A trace as lines for people: one entry a line, event number, instant in milliseconds, kind, who
 * to whom, and the words of the {@link Lexicon}.
 *
 * <p>A line depends on its entry only, never on its neighbours, so two traces that differ in one
 * entry differ in one line. Lines that begin with {@code #} say which run it was and are not steps.
 */
public final class TraceText {

    /** How a trace in this form begins; the number is the version of the form. */
    public static final String FIRST_WORDS = "# sonde trace 1";

    private static final int EVENT_WIDTH = 6;
    private static final int INSTANT_WIDTH = 14;
    private static final int KIND_WIDTH = 7;
    private static final int WHO_WIDTH = 18;

    private TraceText() {}

    /** Writes a whole trace: a head, a line for each entry, and the digest. */
    public static void write(Trace trace, String scenario, long seed, Appendable out)
            throws IOException {
        out.append(FIRST_WORDS + "  scenario ").append(scenario);
        out.append("  seed ").append(Long.toString(seed)).append('\n');
        out.append("# event    instant ms  kind     who                 what\n");
        for (TraceEntry entry : trace.entries()) {
            out.append(line(entry, trace.lexicon())).append('\n');
        }
        out.append("# digest ").append(hex(trace.digest())).append('\n');
    }

    /** One entry, without a line break. */
    public static String line(TraceEntry entry, Lexicon lexicon) {
        StringBuilder line = new StringBuilder(100);
        padLeft(line, Long.toString(entry.event()), EVENT_WIDTH);
        padLeft(line, Decimals.exactMillis(entry.atNanos()), INSTANT_WIDTH);
        line.append("  ");
        padRight(line, word(entry.kind()), KIND_WIDTH);
        line.append("  ");
        String who = entry.to().isEmpty() ? entry.from() : entry.from() + " -> " + entry.to();
        padRight(line, who, WHO_WIDTH);
        line.append("  ").append(lexicon.label(entry.what()));
        return line.toString();
    }

    /** The stable word for a kind of entry. */
    static String word(TraceEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A digest as 16 hexadecimal digits. */
    public static String hex(long digest) {
        return HexFormat.of().toHexDigits(digest);
    }

    private static void padLeft(StringBuilder line, String text, int width) {
        line.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
    }

    private static void padRight(StringBuilder line, String text, int width) {
        line.append(text).append(" ".repeat(Math.max(0, width - text.length())));
    }
}
