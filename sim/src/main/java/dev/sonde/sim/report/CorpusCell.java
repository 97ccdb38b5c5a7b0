package dev.sonde.sim.report;

/**
 * How soon one strategy finds one race.
 *
 * @param row of the race in the corpus
 * @param claims one of which catches it, separated by {@code +}
 * @param seeds how many searches were made
 * @param cap how many schedules each of them had at most
 * @param schedules the median of schedules up to the first violation; 0 if more than half of the
 *     searches found none
 * @param millis the median of the time that this took, on one core; 0 if there is none
 */
public record CorpusCell(
        int row,
        String name,
        String claims,
        String strategy,
        int seeds,
        long cap,
        long schedules,
        long millis) {

    static final String COLUMNS = "row,name,claims,strategy,seeds,cap,schedules,millis";

    /** True if most searches found it. */
    public boolean isFound() {
        return schedules > 0;
    }

    /** True if this one, which was found, surely needs fewer schedules. */
    boolean isBetterThan(CorpusCell other) {
        return other.isFound() ? schedules < other.schedules : schedules <= other.cap;
    }

    boolean isOfSame(CorpusCell other) {
        return name.equals(other.name) && strategy.equals(other.strategy);
    }

    /** A line of CSV; no value holds a comma. */
    String line() {
        return row + "," + name + "," + claims + "," + strategy + "," + seeds + "," + cap + ","
                + schedules + "," + millis;
    }

    /** @throws IllegalArgumentException if it is no such line */
    static CorpusCell parse(String line) {
        String[] values = line.split(",", -1);
        if (values.length != 8) {
            throw new IllegalArgumentException(
                    "'" + line + "' has " + values.length + " values; expected " + COLUMNS);
        }
        return new CorpusCell(
                Integer.parseInt(values[0]),
                values[1],
                values[2],
                values[3],
                Integer.parseInt(values[4]),
                Long.parseLong(values[5]),
                Long.parseLong(values[6]),
                Long.parseLong(values[7]));
    }

    /** In words, for a terminal. */
    @Override
    public String toString() {
        return name + " by " + strategy + ": "
                + (isFound()
                        ? schedules + " schedules, " + millis + " ms"
                        : "not found in " + cap + " schedules");
    }
}
