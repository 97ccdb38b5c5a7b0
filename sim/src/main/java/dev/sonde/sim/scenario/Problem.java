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
        String file,
        int line,
        int column,
        String text,
        String source,
        String message,
        String help) {

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

    /** Works around the caret only: a line may be as long as the file. */
    private void appendSource(StringBuilder out) {
        int points = source.codePointCount(0, source.length());
        int caret = source.offsetByCodePoints(0, Math.min(column - 1, points));
        int before = Math.min(column - 1, points);
        boolean cutBefore = before > LONGEST_SOURCE - BEFORE_CARET / 2;
        int start = cutBefore ? source.offsetByCodePoints(caret, -BEFORE_CARET) : 0;
        int room = LONGEST_SOURCE - (cutBefore ? BEFORE_CARET : before);
        boolean cutAfter = points - before > room;
        int end = cutAfter ? source.offsetByCodePoints(caret, room) : source.length();
        String left = (cutBefore ? CUT : "") + printable(source.substring(start, caret));
        String right = printable(source.substring(caret, end)) + (cutAfter ? CUT : "");
        out.append("\n    ").append(left).append(right);
        out.append("\n    ")
                .append(" ".repeat(left.codePointCount(0, left.length())))
                .append('^');
    }

    /** A text cut to a length for messages, on one line and without control characters. */
    static String shown(String text) {
        boolean cut = text.length() > LONGEST_TEXT;
        return printable(cut ? text.substring(0, LONGEST_TEXT) : text) + (cut ? CUT : "");
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean plain = switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> false;
                default -> true;
            };
            out.appendCodePoint(plain ? point : point == '\t' ? ' ' : '\uFFFD');
        });
        return out.toString();
    }
}
