package dev.sonde.sim.report;

import dev.sonde.sim.outcome.Metric;

import java.util.ArrayList;
import java.util.List;

/** A protocol's metrics, with units and definitions, at most 80 columns wide. */
public final class MetricList {

    private static final int NAME_WIDTH = 26;
    private static final int UNIT_WIDTH = 7;

    private MetricList() {}

    public static List<String> lines(List<Metric> metrics) {
        List<String> lines = new ArrayList<>();
        for (Metric metric : metrics) {
            String lead = Text.left(metric.name(), NAME_WIDTH)
                    + Text.left(metric.unit().text(), UNIT_WIDTH);
            for (String line :
                    Text.wrap(metric.definition() + '.', Style.WIDTH - NAME_WIDTH - UNIT_WIDTH)) {
                lines.add(lead + line);
                lead = " ".repeat(NAME_WIDTH + UNIT_WIDTH);
            }
        }
        lines.add("");
        lines.add(
                "Percentiles are of type 7 of Hyndman and Fan (1996), the default of R and NumPy.");
        lines.add("A metric without data is null, and an expectation on it is missed.");
        return lines;
    }
}
