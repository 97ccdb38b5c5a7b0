package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The default order, writing down every single deviation that would be possible on the way. */
final class Survey implements Schedule {

    /** Nobody reads through more; a run of a crowd has millions. */
    private static final int MOST = 5_000;

    private final Identities identities = new Identities();
    private final List<Choice> orders = new ArrayList<>();
    private final List<Choice> delays = new ArrayList<>();
    private final SortedSet<Long> instants = new TreeSet<>();
    private String next = "";

    @Override
    public int pick(EnabledEvents enabled) {
        int first = enabled.first();
        next = identities.ofNext(enabled, first);
        for (int i = 0; i < enabled.count(); i++) {
            if (i != first && orders.size() < MOST) {
                orders.add(new Choice(next, identities.of(enabled, i), 0));
            }
        }
        identities.runs(enabled, first);
        return first;
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        instants.add(soonestNanos);
        if (latestNanos > soonestNanos && delays.size() < MOST) {
            delays.add(new Choice(next, next, Choice.LATEST));
        }
        return soonestNanos;
    }

    /** Another event runs, then an event runs late: the order of simplicity. */
    List<Choice> deviations() {
        List<Choice> all = new ArrayList<>(orders);
        all.addAll(delays);
        for (Choice order : orders) {
            all.add(new Choice(order.before(), order.run(), Choice.LATEST));
        }
        return all;
    }

    /** When something happens, in order. */
    List<Long> instants() {
        return List.copyOf(instants);
    }
}
