package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Search;
import dev.sonde.sim.explore.Strategies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The same search with many seeds, a few at a time. */
final class Searches implements AutoCloseable {

    /** Worlds of one search have seeds of their own, at most so many. */
    private static final long WORLDS = 1L << 32;

    private static final Median NONE = new Median(0, 0);

    private final List<Workbench.Experiment> scenarios;
    private final List<String> claims;
    private final int seeds;
    private final long cap;
    private final ExecutorService threads;

    /**
     * What half of the searches needed at most.
     *
     * @param schedules 0 if more than half found nothing
     */
    record Median(long schedules, long millis) {}

    Searches(
            List<Workbench.Experiment> scenarios,
            List<String> claims,
            int seeds,
            long cap,
            int jobs) {
        this.scenarios = scenarios;
        this.claims = claims;
        this.seeds = seeds;
        this.cap = cap;
        threads = Executors.newFixedThreadPool(jobs);
    }

    /** Searches with all seeds; stops as soon as it is sure that more than half find nothing. */
    Median median(String strategy) {
        AtomicInteger misses = new AtomicInteger();
        List<Callable<Median>> searches = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            long first = seed * WORLDS;
            searches.add(() -> misses.get() * 2 > seeds ? NONE : one(strategy, first, misses));
        }
        List<Median> found = new ArrayList<>();
        try {
            for (Future<Median> search : threads.invokeAll(searches)) {
                found.add(search.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search failed", e.getCause());
        }
        found.removeIf(NONE::equals);
        if (2 * found.size() < seeds) {
            return NONE;
        }
        int middle = (seeds - 1) / 2;
        return new Median(
                ordered(found.stream().map(Median::schedules).toList(), middle),
                ordered(found.stream().map(Median::millis).toList(), middle));
    }

    private static long ordered(List<Long> values, int index) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(index);
    }

    private Median one(String strategy, long firstSeed, AtomicInteger misses) {
        long start = System.nanoTime();
        Search search = new Search(new LinkedHashSet<>(claims));
        for (Workbench.Experiment scenario : scenarios) {
            search.in(
                    scenario.explored().runner(),
                    Strategies.of(strategy, scenario.grid()).get());
        }
        Search.Found found = search.first(firstSeed, cap);
        if (found == null) {
            misses.incrementAndGet();
            return NONE;
        }
        return new Median(found.schedules(), (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
