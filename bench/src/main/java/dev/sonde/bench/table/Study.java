package dev.sonde.bench.table;

import java.util.List;

/**
 * Arms that take turns, and what is wanted of their ratios.
 *
 * @param id for command lines, files and the baseline
 * @param title for people
 * @param unit of one operation
 * @param arms the first one is ours, unless the study has a plot
 * @param aims of their ratios
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

    /** What the bare heap takes on the machine that absolute promises are stated for. */
    static final double HEAP_NANOS = 112;

    /** What takes long is large. */
    private static final int SIZES_WHEN_SHORT = 4;

    Study {
        arms = List.copyOf(arms);
        aims = List.copyOf(aims);
    }

    /** The same in less time, without the largest sizes. */
    Study shorter() {
        int most = plot.isWanted() ? Math.min(arms.size(), SIZES_WHEN_SHORT) : arms.size();
        List<Arm> fewer = arms.subList(0, most);
        List<Aim> possible = aims.stream()
                .filter(aim -> has(fewer, aim.slower()) && has(fewer, aim.quicker()))
                .toList();
        return new Study(id, title, unit, fewer, possible, effort.shorter(), plot);
    }

    private static boolean has(List<Arm> arms, String name) {
        return arms.stream().anyMatch(arm -> arm.name().equals(name));
    }

    /**
     * How long the arms of a study work.
     *
     * @param warmUpMillis of each, in two rounds
     * @param roundMillis of one round
     * @param rounds how many count
     */
    record Effort(long warmUpMillis, long roundMillis, int rounds) {

        static final Effort SMALL = new Effort(1_500, 300, 7);
        static final Effort WHOLE_RUNS = new Effort(4_000, 500, 7);
        static final Effort ONCE = new Effort(0, 1, 1);

        Effort shorter() {
            return new Effort(warmUpMillis / 2, roundMillis / 2, Math.min(rounds, 5));
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
