package dev.sonde.sim;

import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.MetricTable;

import java.util.ArrayList;
import java.util.List;

/** The metrics of the WebRTC probe. */
public final class ProbeMetrics {

    /** All metrics, in the order in which they are printed. */
    public static final List<Metric> ALL = MetricTable.of(endings());

    private ProbeMetrics() {}

    /** The names of all metrics, in order. */
    public static List<String> names() {
        return ALL.stream().map(Metric::name).toList();
    }

    private static List<MetricTable.Ending> endings() {
        List<MetricTable.Ending> endings = new ArrayList<>();
        endings.add(new MetricTable.Ending("complete", "Probes that ended complete"));
        for (ProbeOutcome.Reason reason : ProbeOutcome.Reason.values()) {
            endings.add(new MetricTable.Ending(
                    reason.wireName(), "Probes that failed with " + reason.wireName()));
        }
        return endings;
    }
}
