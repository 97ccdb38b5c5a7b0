package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The default order, but for recorded choices. For one run.
 *
 * <p>A choice whose moment never comes, or whose event cannot run then, is <em>stale</em>: it is
 * passed over and named. Whoever replays has to ask {@link #stale()}; who shrinks goes on with what
 * was {@link #taken()}.
 */
public final class Replay implements Schedule {

    private final Identities identities = new Identities();
    private final Map<String, Deque<Choice>> open = new LinkedHashMap<>();
    private final List<Choice> taken = new ArrayList<>();
    private final List<Stale> stale = new ArrayList<>();
    private int left;
    private @Nullable Choice current;

    /**
     * A choice that could not be taken.
     *
     * @param why in words
     */
    public record Stale(Choice choice, String why) {

        @Override
        public String toString() {
            return choice + ": " + why;
        }
    }

    public Replay(List<Choice> choices) {
        for (Choice choice : choices) {
            open.computeIfAbsent(choice.before(), key -> new ArrayDeque<>()).add(choice);
        }
        left = choices.size();
    }

    @Override
    public int pick(EnabledEvents enabled) {
        current = null;
        int first = enabled.first();
        if (left == 0) {
            return first;
        }
        int picked = picked(enabled, first);
        identities.runs(enabled, picked);
        return picked;
    }

    private int picked(EnabledEvents enabled, int first) {
        Deque<Choice> due = open.get(identities.ofNext(enabled, first));
        while (due != null && !due.isEmpty()) {
            Choice choice = due.remove();
            left--;
            int place = choice.isLateness() ? first : identities.find(enabled, choice.run());
            if (place >= 0) {
                current = choice;
                return place;
            }
            stale.add(new Stale(choice, "it could not run then"));
        }
        return first;
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        Choice choice = current;
        if (choice == null) {
            return soonestNanos;
        }
        long delay = choice.delayNanos();
        long most = latestNanos - soonestNanos;
        if (delay != Choice.LATEST && delay > most) {
            stale.add(new Stale(choice, "it could not be as late as that"));
            delay = Choice.LATEST;
        }
        if (!choice.isLateness() || most > 0) {
            taken.add(new Choice(choice.before(), choice.run(), delay));
        } else {
            stale.add(new Stale(choice, "it could not be late"));
        }
        return delay == Choice.LATEST ? latestNanos : soonestNanos + delay;
    }

    /** The choices that were taken, as they were taken. */
    public List<Choice> taken() {
        return Collections.unmodifiableList(taken);
    }

    /** The choices that were not taken as they stand; asked after the run. */
    public List<Stale> stale() {
        List<Stale> all = new ArrayList<>(stale);
        open.forEach((before, choices) -> choices.forEach(choice -> all.add(
                new Stale(choice, "its moment never came, '" + before + "' was never next"))));
        return all;
    }
}
