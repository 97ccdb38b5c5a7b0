package dev.sonde.sim.outcome;

import java.util.List;

/**
 * One match that was formed.
 *
 * @param members sorted
 * @param rttMillis the largest accepted round-trip time among the pairs; NaN if none was measured
 * @param cancelled true if it was undone before it became final
 */
public record MatchRow(List<String> members, double rttMillis, long atNanos, boolean cancelled) {

    public MatchRow {
        members = List.copyOf(members);
    }
}
