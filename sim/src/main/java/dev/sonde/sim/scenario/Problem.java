package dev.sonde.sim.scenario;

/**
 * One thing that is wrong with a scenario, for people.
 *
 * @param file as it was named
 * @param line from 1; 0 if the whole file is meant
 * @param column from 1, counting code points; 0 if the whole file is meant
 * @param text the word or value that is wrong, empty if there is none
 * @param source the offending line of the file, empty if there is none
 * @param message what was seen and what was expected
 * @param help what to do next, empty if the message says it all
 */
public record Problem(
        String file, int line, int column, String text, String source, String message, String help) {

    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_SOURCE = 110;
    private static final int BEFORE_CARET = 60;
    private static final String CUT = "…";

    /** Four lines: where and what, the line of the file, a caret below the place, and the help. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(file);
        if (line > 0) {
            out.append(':').append(line).append(':').append(column);
        }
        out.append(": ").append(message);
        if (!source.isEmpty()) {
            appendSource(out);
        }
        if (!help.isEmpty()) {
            out.append("\n    ").append(help);
        }
        return out.toString();
    }

    private void appendSource(StringBuilder out) {
        int[] points = source.codePoints().toArray();
        int caret = Math.min(column - 1, points.length);
        int start = caret > LONGEST_SOURCE - BEFORE_CARET / 2 ? caret - BEFORE_CARET : 0;
        int end = Math.min(points.length, start + LONGEST_SOURCE);
        String before = (start > 0 ? CUT : "") + printable(points, start, caret);
        String after = printable(points, caret, end) + (end < points.length ? CUT : "");
        out.append("\n    ").append(before).append(after);
        out.append("\n    ").append(" ".repeat(before.codePointCount(0, before.length())));
        out.append('^');
    }

    /** A text cut to a length for messages, on one line and without control characters. */
    static String shown(String text) {
        int[] points = text.codePoints().limit(LONGEST_TEXT + 1L).toArray();
        boolean cut = points.length > LONGEST_TEXT;
        return printable(points, 0, Math.min(points.length, LONGEST_TEXT)) + (cut ? CUT : "");
    }

    private static String printable(int[] points, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            int point = points[i];
            boolean plain = point == ' '
                    || (!Character.isISOControl(point)
                            && Character.getType(point) != Character.FORMAT
                            && Character.getType(point) != Character.LINE_SEPARATOR
                            && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
                            && Character.getType(point) != Character.SURROGATE);
            out.appendCodePoint(plain ? point : point == '\t' ? ' ' : '\uFFFD');
        }
        return out.toString();
    }
}
