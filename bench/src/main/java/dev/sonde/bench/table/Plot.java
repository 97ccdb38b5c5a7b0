package dev.sonde.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Points on two logarithmic axes, as SVG that is read on white and on black. */
final class Plot {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final double WIDE = 150;

    private final String title;
    private final String xLabel;
    private final List<Point> points;
    private final double firstX;
    private final double lastX;
    private final double firstY;
    private final double lastY;

    /** A point; both above 0. */
    record Point(double x, double nanos) {}

    /** @param points at least one */
    Plot(String title, String xLabel, List<Point> points) {
        this.title = title;
        this.xLabel = xLabel;
        this.points = points;
        firstX = points.get(0).x();
        lastX = Math.max(points.get(points.size() - 1).x(), 2 * firstX);
        firstY = power(points.stream().mapToDouble(Point::nanos).min().orElse(1), false);
        lastY = Math.max(
                power(points.stream().mapToDouble(Point::nanos).max().orElse(1), true),
                10 * firstY);
    }

    private static double power(double value, boolean above) {
        double exponent = Math.log10(value);
        return Math.pow(10, above ? Math.ceil(exponent) : Math.floor(exponent));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family="
                        + "\"sans-serif\" font-size=\"13\" fill=\"#777\">",
                WIDTH,
                HEIGHT);
        add(svg, "<text x=\"%d\" y=\"20\" font-size=\"15\">%s</text>", LEFT, title);
        for (double y : ticks()) {
            add(
                    svg,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#777\" "
                            + "stroke-opacity=\"0.35\"/>",
                    LEFT,
                    y(y),
                    WIDTH - RIGHT,
                    y(y));
            add(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 8,
                    y(y) + 4,
                    Figures.time(y));
        }
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.nanos())));
            add(
                    svg,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#2a7fd4\"/>",
                    x(point.x()),
                    y(point.nanos()));
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                    x(point.x()),
                    y(point.nanos()) - 10,
                    Figures.time(point.nanos()));
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(point.x()),
                    HEIGHT - BOTTOM + 18,
                    Figures.count(point.x()));
        }
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#2a7fd4\" stroke-width=\"2\"/>",
                line.toString().strip());
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 10,
                xLabel);
        return svg.append("</svg>\n").toString();
    }

    /** Powers of ten; with few of them, also twice and five times each. */
    private List<Double> ticks() {
        boolean isWide = lastY / firstY > WIDE;
        List<Double> ticks = new ArrayList<>();
        for (double power = firstY; power < lastY * 1.01; power *= 10) {
            for (int times : isWide ? new int[] {1} : new int[] {1, 2, 5}) {
                if (times * power < lastY * 1.01) {
                    ticks.add(times * power);
                }
            }
        }
        return ticks;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private double x(double value) {
        return LEFT + 30 + share(value, firstX, lastX) * (WIDTH - LEFT - RIGHT - 60);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - share(value, firstY, lastY) * (HEIGHT - TOP - BOTTOM);
    }

    private static double share(double value, double first, double last) {
        return Math.log(value / first) / Math.log(last / first);
    }
}
