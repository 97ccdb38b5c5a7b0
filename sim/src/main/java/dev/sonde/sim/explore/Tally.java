package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of many runs. Tallies of neighbouring ranges of seeds are added up in their order, so
 * the sum does not depend on who ran what.
 */
public final class Tally {

    private long schedules;
    private long events;
    private long unfinished;
    private @Nullable Long unfinishedSeed;
    private long digest;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final SortedMap<String, Long> reached = new TreeMap<>();

    /**
     * One way to fail.
     *
     * @param seed the first one that failed like this
     * @param failure what it was
     * @param schedule leads there again; null if the strategy makes it anew from the seed
     * @param times how many runs failed like this
     */
    public record Found(
            long seed, Attempt.Failure failure, @Nullable Schedule schedule, long times) {

        private Found and(long more) {
            return new Found(seed, failure, schedule, times + more);
        }
    }

    /** @param again leads to the same run; null if the seed does */
    void add(long seed, Attempt attempt, @Nullable Schedule again) {
        schedules++;
        events += attempt.events();
        digest = Mix.mix(digest, attempt.digest());
        if (attempt.end() == Attempt.End.LIMIT) {
            unfinished++;
            unfinishedSeed = unfinishedSeed == null ? (Long) seed : unfinishedSeed;
        }
        Attempt.Failure failure = attempt.failure();
        if (failure != null) {
            found.merge(
                    failure.claim(), new Found(seed, failure, again, 1), (old, more) -> old.and(1));
        }
    }

    void addReached(Map<String, Long> more) {
        more.forEach((label, count) -> reached.merge(label, count, Long::sum));
    }

    /** Adds the runs of the seeds that follow. */
    public void add(Tally next) {
        schedules += next.schedules;
        events += next.events;
        unfinished += next.unfinished;
        unfinishedSeed = unfinishedSeed == null ? next.unfinishedSeed : unfinishedSeed;
        digest = Mix.mix(digest, next.digest);
        addReached(next.reached);
        next.found.forEach(
                (claim, more) -> found.merge(claim, more, (old, same) -> old.and(same.times())));
    }

    public long schedules() {
        return schedules;
    }

    public long events() {
        return events;
    }

    /** Runs that a limit ended, so that not everything was judged. */
    public long unfinished() {
        return unfinished;
    }

    /** The seed of the first such run; null if there was none. */
    public @Nullable Long unfinishedSeed() {
        return unfinishedSeed;
    }

    /** Of all traces, in order of their seeds. */
    public long digest() {
        return digest;
    }

    /** How often each label was reached, sorted by label. */
    public SortedMap<String, Long> reached() {
        return reached;
    }

    /** The ways to fail by claim, in the order in which they were found. */
    public Map<String, Found> found() {
        return found;
    }
}
