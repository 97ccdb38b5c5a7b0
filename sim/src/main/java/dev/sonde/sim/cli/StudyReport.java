package dev.sonde.sim.cli;

import dev.sonde.sim.report.OutputFile;
import dev.sonde.sim.report.html.PageWriter;
import dev.sonde.sim.report.page.StudyPage;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Goal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What {@code --report} of a study writes: a page that appears whole, or not at all. */
final class StudyReport implements AutoCloseable {

    /** What has charts, besides the metrics of goals, if nobody says. */
    private static final List<String> CHARTS = List.of(
            "share.matched",
            "time-to-match.p50",
            "time-to-match.p95",
            "matched-rtt.p50",
            "matched-rtt.p90",
            "probes.per-match",
            "share.abandoned",
            "waiting.max");

    private final @Nullable OutputFile file;
    private final List<String> metrics;
    private final String command;

    private StudyReport(@Nullable OutputFile file, List<String> metrics, String command) {
        this.file = file;
        this.metrics = metrics;
        this.command = command;
    }

    /**
     * Begins the file, if there is to be one.
     *
     * @throws InputException if it cannot be written, or not all runs would be in it
     */
    static StudyReport open(StudyOptions options) throws InputException {
        if (options.report != null && options.shard()[1] > 1) {
            throw new InputException(
                    "--report needs all runs, not those of a --shard; `sonde merge` has it too");
        }
        return open(options.report, options.metrics(), options.command());
    }

    /**
     * Begins the file, if there is to be one.
     *
     * @param metrics that have charts; none for the usual ones
     * @param command that makes the same study again
     * @throws InputException if it cannot be written
     */
    static StudyReport open(@Nullable Path report, List<String> metrics, String command)
            throws InputException {
        try {
            OutputFile file = report == null ? null : OutputFile.replacing(report);
            return new StudyReport(file, metrics, command);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    void write(Findings findings) throws InputException {
        if (file == null) {
            return;
        }
        Set<String> charts = new LinkedHashSet<>(metrics);
        if (charts.isEmpty()) {
            findings.goals().stream().map(Goal::metric).forEach(charts::add);
            charts.addAll(CHARTS);
        }
        try {
            file.writer()
                    .write(PageWriter.html(StudyPage.of(findings, List.copyOf(charts), command)));
            file.commit();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    @Override
    public void close() throws InputException {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
