package dev.sonde.sim.report.html;

import dev.sonde.sim.trace.Story;

import java.util.List;

/** A part of a section. Plain data; each kind has its writer. */
public sealed interface Block {

    /** A paragraph. */
    record Words(String text, Tone tone) implements Block {

        public Words(String text) {
            this(text, Tone.PLAIN);
        }
    }

    /** The few numbers that matter most. */
    record Figures(List<Figure> figures) implements Block {

        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * One number.
     *
     * @param note what stands below it, may be empty
     */
    record Figure(String label, String value, String note, Tone tone) {}

    /** Something to copy: a command, a file. */
    record Code(String caption, String text) implements Block {}

    /**
     * Rows of cells.
     *
     * @param columns their headings; those that begin with {@code >} hold numbers
     * @param folded true if only its caption shows until it is opened
     */
    record Grid(String caption, List<String> columns, List<List<Cell>> rows, boolean folded)
            implements Block {

        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int width = columns.size();
            if (!rows.stream().allMatch(row -> row.size() == width)) {
                throw new IllegalArgumentException("each row needs " + width + " cells");
            }
        }
    }

    /** What stands in one place of a grid. */
    record Cell(String text, Tone tone) {

        public static Cell of(String text) {
            return new Cell(text, Tone.PLAIN);
        }
    }

    /**
     * Horizontal bars that share one scale, for a funnel or for counts.
     *
     * @param caption what one sees
     */
    record Bars(String caption, List<Bar> bars) implements Block {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param value at least 0
     * @param text the value for people
     * @param depth 0 for a step, 1 for a part of the step above
     */
    record Bar(String label, double value, String text, Tone tone, int depth) {}

    /**
     * Points with intervals that share one scale, below each other.
     *
     * @param caption what one sees
     * @param from where the scale begins, below {@code to}
     * @param reference a value to mark; NaN for none
     */
    record Intervals(String caption, double from, double to, double reference, List<Interval> rows)
            implements Block {

        public Intervals {
            rows = List.copyOf(rows);
            if (!(from < to)) {
                throw new IllegalArgumentException("a scale needs a length");
            }
        }
    }

    /**
     * One estimate.
     *
     * @param value NaN without data
     * @param low NaN without an interval
     * @param high NaN without an interval
     * @param text the estimate for people
     */
    record Interval(String label, double value, double low, double high, String text, Tone tone) {}

    /**
     * Lines over a common horizontal axis.
     *
     * @param title of the chart
     * @param caption what one sees, in a sentence
     * @param percent true if the vertical axis goes from 0 to 100 %
     */
    record Chart(
            String title,
            String caption,
            Axis horizontal,
            Axis vertical,
            boolean percent,
            List<Line> lines,
            List<Marker> markers)
            implements Block {

        public Chart {
            lines = List.copyOf(lines);
            markers = List.copyOf(markers);
        }
    }

    /**
     * What an axis shows.
     *
     * @param unit short, may be empty
     */
    record Axis(String label, String unit) {}

    /**
     * One line. Instances do not copy their arrays; whoever hands them over lets go of them.
     *
     * @param xs ascending
     * @param lows lower ends of a band; empty for none
     * @param highs upper ends of the band
     * @param steps true if a value holds until the next one; else straight lines with points
     */
    @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
    record Line(
            String name, double[] xs, double[] ys, double[] lows, double[] highs, boolean steps) {

        private static final double[] NONE = {};

        public Line {
            if (xs.length != ys.length
                    || lows.length != highs.length
                    || (lows.length != 0 && lows.length != xs.length)) {
                throw new IllegalArgumentException("a line needs as many values as places");
            }
        }

        /** A line without a band. */
        public static Line of(String name, double[] xs, double[] ys, boolean steps) {
            return new Line(name, xs, ys, NONE, NONE, steps);
        }
    }

    /** A vertical line at a place of the horizontal axis, with a word. */
    record Marker(double at, String label) {}

    /** A run, step by step: time line, sequence diagram and scrubber. */
    record Steps(Story story) implements Block {}
}
