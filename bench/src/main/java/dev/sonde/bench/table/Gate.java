package dev.sonde.bench.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps what was reached: shut if a ratio has become 1.5 times as bad, or an operation allocates 5
 * % more. Never by nanoseconds.
 *
 * <p>Bytes are counted over a fixed number of calls, compiled in the first tier, so they are the
 * same on a busy machine. A ratio is that of the quickest rounds of both, which take turns: what
 * else the machine does can only add to a round. One that is too bad is taken again, twice at most,
 * in twice as many rounds; a loss that is real shows each time.
 */
final class Gate {

    static final double MOST_LOSS = 1.5;
    static final double MOST_MORE_BYTES = 1.05;

    /** What the harness itself allocates shows where an operation allocates nothing. */
    private static final double BYTES_OF_HARNESS = 2;

    private static final int ATTEMPTS = 3;
    private static final Study.Effort EFFORT = new Study.Effort(1_600, 120, 8);

    private final Consumer<String> log;

    Gate(Consumer<String> log) {
        this.log = log;
    }

    /** Measures what is to be kept from now on. */
    Map<String, Baseline.Entry> measure(List<Check> checks) throws MissingException {
        Map<String, Baseline.Entry> entries = new LinkedHashMap<>();
        for (Check check : checks) {
            double ratio = check.hasRatio() ? ratio(check, EFFORT) : Double.NaN;
            entries.put(check.id(), new Baseline.Entry(bytes(check), ratio));
            log.accept(check.id());
        }
        return entries;
    }

    /**
     * What has got worse, in sentences; empty if the gate is open.
     *
     * @param bytes true if the baseline's bytes hold for this JDK
     * @throws MissingException if one of our own benchmarks does not run
     */
    List<String> judge(List<Check> checks, Map<String, Baseline.Entry> kept, boolean bytes)
            throws MissingException {
        List<String> losses = new ArrayList<>();
        for (Check check : checks) {
            Baseline.Entry before = kept.get(check.id());
            if (before == null) {
                losses.add(check.id() + " is not in the baseline: bench/run gate --write");
                continue;
            }
            if (bytes) {
                judgeBytes(check, before.bytes(), losses);
            }
            if (check.hasRatio()) {
                judgeRatio(check, before.ratio(), losses);
            }
        }
        return losses;
    }

    private void judgeBytes(Check check, double before, List<String> losses)
            throws MissingException {
        double now = bytes(check);
        boolean isLoss = now > before * MOST_MORE_BYTES + BYTES_OF_HARNESS;
        String said = check.id() + " allocates " + Figures.bytes(now) + " bytes, it was "
                + Figures.bytes(before);
        log.accept((isLoss ? "✗ " : "✓ ") + said);
        if (isLoss) {
            losses.add(said);
        }
    }

    private void judgeRatio(Check check, double before, List<String> losses)
            throws MissingException {
        Study.Effort effort = EFFORT;
        double now = ratio(check, effort);
        for (int i = 1; i < ATTEMPTS && now > before * MOST_LOSS; i++) {
            effort = new Study.Effort(
                    effort.warmUpMillis(), effort.roundMillis(), 2 * effort.rounds());
            now = Math.min(now, ratio(check, effort));
        }
        boolean isLoss = now > before * MOST_LOSS;
        String said = check.id() + " takes " + Figures.short3(now) + " times what "
                + check.beside().get(0) + " takes, it was " + Figures.short3(before);
        log.accept((isLoss ? "✗ " : "✓ ") + said);
        if (isLoss) {
            losses.add(said);
        }
    }

    private static double bytes(Check check) throws MissingException {
        try (Running running = new Running(check.bytes().command())) {
            return running.round(2).bytes() / check.batch();
        }
    }

    private static double ratio(Check check, Study.Effort effort) throws MissingException {
        Study study = new Study(
                check.id(),
                check.id(),
                "",
                List.of(check.ours(), check.other()),
                List.of(),
                effort,
                Study.Plotted.NO);
        Measured measured = new Measuring(words -> {}).measure(study, effort);
        if (!measured.missing().isEmpty()) {
            throw new MissingException(measured.missing().toString());
        }
        return measured.leastNanos(check.ours().name())
                / measured.leastNanos(check.other().name());
    }
}
