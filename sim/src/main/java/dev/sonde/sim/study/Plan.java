package dev.sonde.sim.study;

/**
 * Which runs a study has, by their numbers from 1: all settings with the first seed, then all with
 * the next one, so that what is done at any time is about equal for all settings.
 *
 * @param settings how many, at least 1
 * @param seeds how many, at least 1
 * @param shard which part of the runs is done here, from 1
 * @param shards in how many parts the runs are dealt out, one after the other
 */
public record Plan(int settings, long firstSeed, long seeds, int shard, int shards) {

    /** The rows of more would not fit into memory. */
    public static final long MOST_RUNS = 1_000_000;

    /** All runs. */
    public static Plan whole(int settings, long firstSeed, long seeds) {
        return new Plan(settings, firstSeed, seeds, 1, 1);
    }

    /** All runs of the study. */
    public long total() {
        return settings * seeds;
    }

    /** The runs that are done here. */
    public long count() {
        return (total() - shard + shards) / shards;
    }

    /** The number of the n-th run that is done here, from 0. */
    public long number(long n) {
        return n * shards + shard;
    }

    /** The setting of a run. */
    public int setting(long number) {
        return (int) ((number - 1) % settings);
    }

    /** The seed of a run. */
    public long seed(long number) {
        return firstSeed + (number - 1) / settings;
    }
}
