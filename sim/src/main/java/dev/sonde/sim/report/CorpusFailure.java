package dev.sonde.sim.report;

/**
 * How small the failure of one broken lobby becomes when it is shrunk.
 *
 * @param name of the broken lobby
 * @param people entries of the scenario that are left
 * @param faults that are left
 * @param choices of the schedule that are left
 * @param event at which the claim is violated, counted from 1
 */
public record CorpusFailure(String name, int people, int faults, int choices, long event) {

    static final String COLUMNS = "name,people,faults,choices,event";

    /** A line of CSV; no value holds a comma. */
    String line() {
        return name + "," + people + "," + faults + "," + choices + "," + event;
    }

    /** @throws IllegalArgumentException if it is no such line */
    static CorpusFailure parse(String line) {
        String[] values = line.split(",", -1);
        if (values.length != 5) {
            throw new IllegalArgumentException(
                    "'" + line + "' has " + values.length + " values; expected " + COLUMNS);
        }
        return new CorpusFailure(
                values[0],
                Integer.parseInt(values[1]),
                Integer.parseInt(values[2]),
                Integer.parseInt(values[3]),
                Long.parseLong(values[4]));
    }

    /** In words, for a terminal. */
    @Override
    public String toString() {
        return name + " shrunk: " + people + " people, " + faults + " faults, " + choices
                + " choices, event " + event;
    }
}
