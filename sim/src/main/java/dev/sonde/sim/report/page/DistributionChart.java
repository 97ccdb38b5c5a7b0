package dev.sonde.sim.report.page;

import dev.sonde.sim.report.html.Block.Axis;
import dev.sonde.sim.report.html.Block.Chart;
import dev.sonde.sim.report.html.Block.Line;
import dev.sonde.sim.report.html.Block.Marker;

import java.util.List;

/** Cumulative distributions, with what one sees in them. */
final class DistributionChart {

    private DistributionChart() {}

    static Chart waiting(List<Line> lines) {
        return new Chart(
                "Time to match",
                "The share of all who joined that was matched within so many seconds. Where the"
                        + " curve ends below 100 %, the rest was never matched.",
                new Axis("Time since joining", "s"),
                new Axis("Matched", "%"),
                true,
                lines,
                List.of());
    }

    /** @param limitMillis NaN for none */
    static Chart rtt(List<Line> lines, double limitMillis) {
        return new Chart(
                "Round trips of matches",
                "The share of matches whose slowest pair has at most this round-trip time.",
                new Axis("Round trip", "ms"),
                new Axis("Matches", "%"),
                true,
                lines,
                Double.isNaN(limitMillis) ? List.of() : List.of(new Marker(limitMillis, "limit")));
    }
}
