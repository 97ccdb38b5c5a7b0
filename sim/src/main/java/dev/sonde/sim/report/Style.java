package dev.sonde.sim.report;

/**
 * What the place that a report is written to can show.
 *
 * @param unicode false if only ASCII arrives there
 * @param colour true if it understands ANSI colours and the user wants them
 */
public record Style(boolean unicode, boolean colour) {

    /** For files and pipes of which nothing is known. */
    public static final Style PLAIN = new Style(false, false);

    /** Columns that a report may use. */
    public static final int WIDTH = 80;

    private static final String RESET = "\u001b[0m";
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    String good(String text) {
        return paint("\u001b[1;32m", text);
    }

    String bad(String text) {
        return paint("\u001b[1;31m", text);
    }

    String doubtful(String text) {
        return paint("\u001b[1;33m", text);
    }

    String strong(String text) {
        return paint("\u001b[1m", text);
    }

    String faint(String text) {
        return paint("\u001b[2m", text);
    }

    private String paint(String code, String text) {
        return colour ? code + text + RESET : text;
    }

    String rule() {
        return (unicode ? "─" : "-").repeat(WIDTH);
    }

    /** Stands between things that are listed on one line. */
    String dot() {
        return unicode ? " · " : ", ";
    }

    /** Stands between the ends of a range. */
    String dash() {
        return unicode ? "–" : "-";
    }

    String missed() {
        return unicode ? "✗" : "x";
    }

    String met() {
        return unicode ? "✓" : "+";
    }

    /**
     * A bar of a length in proportion to its share of the largest; something always shows for more
     * than nothing.
     *
     * @param width columns of the largest bar
     */
    String bar(long count, long largest, int width) {
        if (count <= 0 || largest <= 0) {
            return "";
        }
        long eighths = Math.max(1, Math.round((double) count * width * 8 / largest));
        if (!unicode) {
            return "#".repeat((int) Math.max(1, (eighths + 4) / 8));
        }
        StringBuilder bar = new StringBuilder("█".repeat((int) (eighths / 8)));
        int rest = (int) (eighths % 8);
        if (rest > 0) {
            bar.append(EIGHTHS.charAt(rest - 1));
        }
        return bar.toString();
    }
}
