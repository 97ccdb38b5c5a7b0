package dev.sonde.sim.trace;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;

/** Finds where two written traces part. Reads both once, and only as far as it must. */
public final class TraceDiff {

    /**
     * The first step in which two traces differ.
     *
     * @param step its number among the steps, from 1
     * @param lineA the first trace's line, null if that trace has ended
     * @param lineB the second trace's line, null if that trace has ended
     */
    public record Difference(
            long step, @Nullable String lineA, @Nullable String lineB) {}

    /**
     * What came of the comparison.
     *
     * @param steps steps that are the same, from the first on
     * @param difference what follows them, null if both traces end there
     */
    public record Result(long steps, @Nullable Difference difference) {}

    /** Thrown for a text that is not a trace. */
    public static final class NotATraceException extends IOException {
        NotATraceException(String message) {
            super(message);
        }
    }

    private enum Form {
        LINES,
        JSON_LINES
    }

    private TraceDiff() {}

    /**
     * Compares the steps of two traces of one form; which scenario and seed they came of does not
     * count.
     *
     * @throws NotATraceException if one of them is not a trace, or they are of different forms
     */
    public static Result compare(
            String nameA, BufferedReader traceA, String nameB, BufferedReader traceB)
            throws IOException {
        Form formA = form(nameA, traceA);
        Form formB = form(nameB, traceB);
        if (formA != formB) {
            throw new NotATraceException(nameA + " and " + nameB
                    + " are traces of different forms, lines and JSON Lines: write "
                    + "both in one form");
        }
        long same = 0;
        while (true) {
            String lineA = nextStep(traceA);
            String lineB = nextStep(traceB);
            if (lineA == null && lineB == null) {
                return new Result(same, null);
            }
            if (lineA == null || !lineA.equals(lineB)) {
                return new Result(same, new Difference(same + 1, lineA, lineB));
            }
            same++;
        }
    }

    private static Form form(String name, BufferedReader trace) throws IOException {
        int longest = Math.max(TraceText.FIRST_WORDS.length(), TraceJson.FIRST_WORDS.length());
        trace.mark(longest);
        char[] head = new char[longest];
        int read = 0;
        while (read < longest) {
            int more = trace.read(head, read, longest - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        trace.reset();
        String begins = new String(head, 0, read);
        if (begins.startsWith(TraceText.FIRST_WORDS)) {
            return Form.LINES;
        }
        if (begins.startsWith(TraceJson.FIRST_WORDS)) {
            return Form.JSON_LINES;
        }
        throw new NotATraceException(name + " is not a trace: it begins neither with \""
                + TraceText.FIRST_WORDS + "\" nor with " + TraceJson.FIRST_WORDS
                + "; write one with `sonde run FILE --trace OUT`");
    }

    private static @Nullable String nextStep(BufferedReader trace) throws IOException {
        String line = trace.readLine();
        while (line != null && line.startsWith("#")) {
            line = trace.readLine();
        }
        return line;
    }
}
