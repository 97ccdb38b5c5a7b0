package dev.sonde.bench.table;

import java.util.List;

/**
 * Arms that take turns, and what is wanted of them.
 *
 * @param id for command lines and files
 * @param title for people
 * @param unit of one operation
 * @param arms in the order in which they take turns
 * @param aims what is read off them
 * @param effort how long each takes
 * @param plot how its figure is labelled; without one, an empty axis
 */
record Study(
        String id,
        String title,
        String unit,
        List<Arm> arms,
        List<Aim> aims,
        Effort effort,
        Plotted plot) {

    static final String OURS = "Sonde";
    static final String HEAP = "bare heap, 1 024 pending";

    /** What takes long is large. */
    private static final int SIZES_WHEN_SHORT = 4;

    Study {
        arms = List.copyOf(arms);
        aims = List.copyOf(aims);
    }

    /** The same in less time, without the largest sizes. */
    Study shorter() {
        int most = plot.isWanted() ? Math.min(arms.size(), SIZES_WHEN_SHORT) : arms.size();
        List<Arm> fewer = arms.subList(0, most).stream().map(Arm::shorter).toList();
        List<Aim> possible = aims.stream()
                .filter(aim -> has(fewer, aim.first()) && has(fewer, aim.second()))
                .toList();
        return new Study(id, title, unit, fewer, possible, effort.shorter(), plot);
    }

    private static boolean has(List<Arm> arms, String name) {
        return arms.stream().anyMatch(arm -> arm.name().equals(name));
    }

    Effort effortOf(Arm arm) {
        return arm.own() == null ? effort : arm.own();
    }

    /** The rounds of the arm that has most. */
    int rounds() {
        return arms.stream().mapToInt(arm -> effortOf(arm).rounds()).max().orElse(0);
    }

    /**
     * How long the arms of a study work.
     *
     * @param warmUpMillis of each, in two rounds; 0 for none
     * @param roundMillis of one round; 1 for one operation, however long it takes
     * @param rounds how many count
     */
    record Effort(long warmUpMillis, long roundMillis, int rounds) {

        static final Effort SMALL = new Effort(1_500, 300, 7);

        /** Their code takes the compilers some ten seconds of a processor. */
        static final Effort WHOLE_RUNS = new Effort(20_000, 500, 7);

        static final Effort ONCE = new Effort(0, 1, 1);

        Effort doubled() {
            return new Effort(2 * warmUpMillis, roundMillis, 2 * rounds);
        }

        Effort shorter() {
            return new Effort(warmUpMillis / 2, (roundMillis + 1) / 2, Math.min(rounds, 5));
        }
    }

    /**
     * What is on the axes of a plot.
     *
     * @param x what the arms differ in; empty for no plot
     * @param per what the time is divided by: an operation, or the events of an operation
     */
    record Plotted(String x, Per per) {

        static final Plotted NO = new Plotted("", Per.OPERATION);

        boolean isWanted() {
            return !x.isEmpty();
        }
    }

    enum Per {
        OPERATION,
        EVENT
    }
}
