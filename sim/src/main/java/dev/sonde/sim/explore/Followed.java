package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

import java.util.List;

/**
 * The events of a known run at their instants, and the default order from where that cannot be. For
 * one run.
 */
final class Followed implements Schedule {

    private final List<Recording.Step> steps;
    private final Identities identities = new Identities();
    private int next;

    Followed(List<Recording.Step> steps) {
        this.steps = steps;
    }

    @Override
    public int pick(EnabledEvents enabled) {
        int first = enabled.first();
        int picked = next < steps.size() ? find(enabled, first, steps.get(next).event()) : first;
        if (picked < 0) {
            next = steps.size();
            picked = first;
        }
        identities.runs(enabled, picked);
        return picked;
    }

    private int find(EnabledEvents enabled, int first, String event) {
        return identities.ofNext(enabled, first).equals(event)
                ? first
                : identities.find(enabled, event);
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        if (next >= steps.size()) {
            return soonestNanos;
        }
        long at = steps.get(next++).atNanos();
        return Math.max(soonestNanos, Math.min(at, latestNanos));
    }
}
