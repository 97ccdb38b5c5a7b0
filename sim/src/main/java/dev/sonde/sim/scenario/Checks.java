package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

/** Rules that one record alone cannot see: who is who, and that nothing begins after the end. */
final class Checks {

    private Checks() {}

    /** Called once for each record that was made of a mapping. */
    static void made(Object value, Node.Mapping mapping, Reading reading) {
        if (value instanceof Person person) {
            notAfterUntil(mapping, "joins", person.joinsNanos(), "the person joins", reading);
        } else if (value instanceof Crowd crowd) {
            reading.names().defineCrowdIds(crowd, mapping.at());
            notAfterUntil(mapping, "from", crowd.fromNanos(), "the crowd begins", reading);
            if (crowd.untilNanos().isPresent()) {
                notAfterUntil(
                        mapping,
                        "until",
                        crowd.untilNanos().getAsLong(),
                        "the crowd stops",
                        reading);
            }
        } else if (value instanceof TimedFault timed) {
            notAfterUntil(mapping, "at", timed.atNanos(), "the fault happens", reading);
            if (timed instanceof NetworkFault.Rebind) {
                onlyWithPackets(mapping, "rebind", reading);
            } else if (timed instanceof NetworkFault.DuplicateSpike) {
                onlyWithPackets(mapping, "duplicate-spike", reading);
            } else if (timed instanceof NetworkFault.ReorderSpike) {
                onlyWithPackets(mapping, "reorder-spike", reading);
            }
        } else if (value instanceof Lose lose) {
            notAfterUntil(mapping, "at", lose.atNanos(), "the loss begins", reading);
            onlyWithPackets(mapping, "lose", reading);
        } else if (value instanceof Storm storm) {
            notAfterUntil(mapping, "to", storm.toNanos(), "the storm ends", reading);
            if (storm.kinds().stream().anyMatch(Storm.Kind::needsPackets)) {
                onlyWithPackets(mapping, "kinds", reading);
            }
        } else if (value instanceof NetworkSection network
                && !network.rttMatrix().equals(RttMatrix.NONE)) {
            reading.names().defineRegions(network.rttMatrix());
        }
    }

    private static void notAfterUntil(
            Node.Mapping mapping, String key, long nanos, String verb, Reading reading) {
        Node value = mapping.get(key);
        if (value == null) {
            return;
        }
        reading.whenUntilIsKnown(untilNanos -> {
            if (nanos > untilNanos) {
                reading.problem(
                        value.at(),
                        text(value),
                        verb + " at " + Durations.print(nanos) + ", after the scenario's until of "
                                + Durations.print(untilNanos),
                        "arrivals and faults stop at until: make it later, or this earlier");
            }
        });
    }

    private static void onlyWithPackets(Node.Mapping mapping, String key, Reading reading) {
        Node value = mapping.get(key);
        if (value != null) {
            reading.whenDetailIsFlow(() -> reading.problem(
                    value.at(),
                    text(value),
                    "at flow detail there are no packets and no ports to lose",
                    "add network: {detail: packet}"));
        }
    }

    private static String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }
}
