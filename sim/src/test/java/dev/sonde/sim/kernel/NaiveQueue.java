package dev.sonde.sim.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The definition of the kernel's order, written down as plainly as can be: the reference model. */
final class NaiveQueue {

    record Event(int number, int channel, long earliest, long latest) {}

    private final boolean adversarial;
    private final long lateness;
    private final long lastNanos;

    /** In order of their numbers. */
    private final List<Event> pending = new ArrayList<>();

    private long now;

    NaiveQueue(boolean adversarial, long lateness, long lastNanos) {
        this.adversarial = adversarial;
        this.lateness = lateness;
        this.lastNanos = lastNanos;
    }

    NaiveQueue copy() {
        NaiveQueue copy = new NaiveQueue(adversarial, lateness, lastNanos);
        copy.pending.addAll(pending);
        copy.now = now;
        return copy;
    }

    void timer(int number, long due) {
        long earliest = Math.max(due, now);
        pending.add(new Event(number, -1, earliest, adversarial ? earliest + lateness : earliest));
    }

    void post(int number, int channel, long earliest, long latest) {
        long start = Math.max(earliest, now);
        long end = Math.max(latest, now);
        for (Event other : pending) {
            if (other.channel == channel) {
                start = Math.max(start, other.earliest);
                end = Math.max(end, other.latest);
            }
        }
        pending.add(new Event(number, channel, start, adversarial ? end : start));
    }

    boolean cancel(int number) {
        return pending.removeIf(event -> event.number == number);
    }

    List<Event> pending() {
        return List.copyOf(pending);
    }

    /** The latest instant at which the next event may run. */
    long horizon() {
        return candidates().stream().mapToLong(Event::latest).reduce(lastNanos, Math::min);
    }

    /** The events that may run next, in order of their numbers. */
    List<Event> enabled() {
        long horizon = horizon();
        List<Event> open =
                candidates().stream().filter(event -> event.earliest <= horizon).toList();
        if (adversarial) {
            return open;
        }
        return open.stream().min(Comparator.comparingLong(Event::earliest)).stream()
                .toList();
    }

    private List<Event> candidates() {
        return pending.stream().filter(this::isCandidate).toList();
    }

    private boolean isCandidate(Event event) {
        return event.channel == -1
                || pending.stream()
                        .noneMatch(p -> p.channel == event.channel && p.number < event.number);
    }

    /** The earliest instant at which an event may run. */
    long soonest(Event event) {
        return Math.max(now, event.earliest);
    }

    void run(Event event, long instant) {
        pending.remove(event);
        now = instant;
    }

    long now() {
        return now;
    }
}
