package dev.sonde.sim.explore;

import dev.sonde.sim.explore.Explanation.Point;
import dev.sonde.sim.kernel.SeededChoices;

import java.util.List;
import java.util.TreeMap;

/**
 * Looks for the event that made a failure all but inevitable: runs begin like the failing one, and
 * go on at random from one event or another. Where the probability of the failure jumps, the event
 * in between is to blame.
 *
 * <p>Not every event is looked at: of all gaps between two that were, the one over which the
 * probability rises most is halved, until that is the step to a single event.
 */
public final class Why {

    /** Enough for an interval of 14 percentage points or less. */
    public static final int DEFAULT_RUNS = 200;

    private static final Grid GRID = new Grid(true, true, true);

    private final Capsule capsule;
    private final Runner runner;
    private final int runs;
    private final Shrinker.Listener listener;
    private final List<Recording.Step> steps;
    private final TreeMap<Long, Point> points = new TreeMap<>();
    private int done;

    private Why(
            Capsule capsule,
            Runner runner,
            List<Recording.Step> steps,
            int runs,
            Shrinker.Listener listener) {
        this.capsule = capsule;
        this.runner = runner;
        this.steps = steps;
        this.runs = runs;
        this.listener = listener;
    }

    /**
     * Explains a failure.
     *
     * @param runs from each event that is looked at
     * @throws CapsuleException if the failure does not show any more, or nothing led to it
     */
    public static Explanation of(Capsule capsule, Bench bench, int runs, Shrinker.Listener listener)
            throws CapsuleException {
        Runner runner = bench.read(capsule.scenario()).runner();
        Recording recording = new Recording(new Replay(capsule.choices()));
        Attempt now = runner.run(capsule.seed(), recording, false);
        Attempt.Failure failure = now.failure(capsule.claim());
        if (failure == null) {
            throw CapsuleException.gone(capsule.claim(), now);
        }
        long last = Math.min(failure.event(), recording.steps().size());
        if (last < 1) {
            throw new CapsuleException("the claim is violated before the first event");
        }
        return new Why(capsule, runner, recording.steps(), runs, listener).explained(last);
    }

    private Explanation explained(long last) {
        look(0, last);
        look(last, last);
        int step = steepest();
        while (gap(step) > 1) {
            List<Point> all = List.copyOf(points.values());
            look((all.get(step - 1).event() + all.get(step).event()) / 2, last);
            step = steepest();
        }
        return new Explanation(capsule, List.copyOf(points.values()), step);
    }

    /** The place of the point with the largest rise before it; the later one of equals. */
    private int steepest() {
        List<Point> all = List.copyOf(points.values());
        int steepest = 1;
        for (int i = 2; i < all.size(); i++) {
            if (rise(all, i) >= rise(all, steepest)) {
                steepest = i;
            }
        }
        return steepest;
    }

    private static int rise(List<Point> all, int i) {
        return all.get(i).failed() - all.get(i - 1).failed();
    }

    private long gap(int step) {
        List<Point> all = List.copyOf(points.values());
        return all.get(step).event() - all.get(step - 1).event();
    }

    private void look(long event, long last) {
        int failed = 0;
        for (int i = 1; i <= runs; i++) {
            // The same suffixes from each event: what differs is what came before.
            SeededChoices choices = new SeededChoices(i);
            Prefix schedule = new Prefix(
                    new Replay(capsule.choices()), event, new RandomWalk(GRID).next(choices));
            Attempt attempt = runner.run(capsule.seed(), schedule, false);
            if (attempt.failure(capsule.claim()) != null) {
                failed++;
            }
            listener.tried(++done, (int) (last + 1) * runs, capsule.choices().size());
        }
        Recording.Step step = event == 0 ? null : steps.get((int) event - 1);
        points.put(
                event,
                new Point(
                        event,
                        step == null ? "start" : step.event(),
                        step == null ? 0 : step.atNanos(),
                        runs,
                        failed));
    }
}
