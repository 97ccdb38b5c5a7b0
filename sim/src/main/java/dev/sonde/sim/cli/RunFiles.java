package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.report.OutputFile;
import dev.sonde.sim.report.RowsCsv;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.PageWriter;
import dev.sonde.sim.trace.TraceJson;
import dev.sonde.sim.trace.TraceText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that a run was asked to write: each appears whole, or not at all. */
final class RunFiles implements AutoCloseable {

    private final @Nullable OutputFile traceFile;
    private final boolean traceAsJson;
    private final @Nullable OutputFile rowsFile;
    private final @Nullable RowsCsv rows;
    private final @Nullable OutputFile reportFile;
    private final RunReport report = new RunReport();

    private RunFiles(
            @Nullable OutputFile traceFile,
            boolean traceAsJson,
            @Nullable OutputFile rowsFile,
            @Nullable RowsCsv rows,
            @Nullable OutputFile reportFile)
            throws InputException {
        this.traceFile = traceFile;
        this.traceAsJson = traceAsJson;
        this.rowsFile = rowsFile;
        this.rows = rows;
        this.reportFile = reportFile;
    }

    /**
     * Begins the files.
     *
     * @param inputs files that must not be overwritten
     * @throws InputException if one cannot be written; then none has been touched
     */
    static RunFiles open(
            @Nullable Path trace, @Nullable Path rows, @Nullable Path report, List<Path> inputs)
            throws InputException {
        OutputFile traceFile = null;
        OutputFile rowsFile = null;
        try {
            apart("--trace and --rows", trace, rows);
            apart("--trace and --report", trace, report);
            apart("--rows and --report", rows, report);
            traceFile = begin(trace, inputs);
            rowsFile = begin(rows, inputs);
            OutputFile reportFile = begin(report, inputs);
            return new RunFiles(
                    traceFile,
                    trace != null && trace.toString().endsWith(".jsonl"),
                    rowsFile,
                    rowsFile == null ? null : new RowsCsv(rowsFile.writer()),
                    reportFile);
        } catch (IOException e) {
            InputException problem = InputException.of(e);
            closeQuietly(traceFile, problem);
            closeQuietly(rowsFile, problem);
            throw problem;
        }
    }

    private static void apart(String options, @Nullable Path one, @Nullable Path other)
            throws IOException {
        if (one != null && other != null && isSame(one, other)) {
            throw new IOException(options + " name the same file, " + other);
        }
    }

    private static @Nullable OutputFile begin(@Nullable Path path, List<Path> inputs)
            throws IOException {
        if (path == null) {
            return null;
        }
        for (Path input : inputs) {
            if (isSame(path, input)) {
                throw new IOException("cannot write " + path + ": it is the scenario itself");
            }
        }
        return OutputFile.replacing(path);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) {
            return Files.isSameFile(one, other);
        }
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static void closeQuietly(@Nullable OutputFile file, Exception because) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** True if runs have to keep their entries. */
    boolean wantsTrace() {
        return traceFile != null;
    }

    /** Adds what has to be written of a run. */
    void add(RunLoop.Task task, JudgedRun run) throws InputException {
        RunResult result = run.result();
        try {
            if (traceFile != null && traceAsJson) {
                TraceJson.write(result.trace(), traceFile.writer());
            } else if (traceFile != null) {
                TraceText.write(
                        result.trace(), result.scenario(), result.seed(), traceFile.writer());
            }
            if (rows != null) {
                rows.add(run);
            }
            if (reportFile != null) {
                report.add(task, run);
            }
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    /** Puts the files in their places. */
    void commit() throws InputException {
        try {
            if (traceFile != null) {
                traceFile.commit();
            }
            if (rowsFile != null && rows != null) {
                rows.close();
                rowsFile.commit();
            }
            Page page = report.page();
            if (reportFile != null && page != null) {
                reportFile.writer().write(PageWriter.html(page));
                reportFile.commit();
            }
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    /** Files that were not committed vanish. */
    @Override
    public void close() throws InputException {
        try {
            if (traceFile != null) {
                traceFile.close();
            }
            if (rowsFile != null) {
                rowsFile.close();
            }
            if (reportFile != null) {
                reportFile.close();
            }
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
