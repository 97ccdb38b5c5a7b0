package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.report.OutputFile;
import dev.sonde.sim.report.RowsCsv;
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

    private RunFiles(
            @Nullable OutputFile traceFile,
            boolean traceAsJson,
            @Nullable OutputFile rowsFile,
            @Nullable RowsCsv rows) {
        this.traceFile = traceFile;
        this.traceAsJson = traceAsJson;
        this.rowsFile = rowsFile;
        this.rows = rows;
    }

    /**
     * Begins the files.
     *
     * @param inputs files that must not be overwritten
     * @throws InputException if one cannot be written; then none has been touched
     */
    static RunFiles open(@Nullable Path trace, @Nullable Path rows, List<Path> inputs)
            throws InputException {
        OutputFile traceFile = null;
        try {
            if (trace != null && rows != null && isSame(trace, rows)) {
                throw new IOException("--trace and --rows name the same file, " + rows);
            }
            traceFile = begin(trace, inputs);
            OutputFile rowsFile = begin(rows, inputs);
            return new RunFiles(
                    traceFile,
                    trace != null && trace.toString().endsWith(".jsonl"),
                    rowsFile,
                    rowsFile == null ? null : new RowsCsv(rowsFile.writer()));
        } catch (IOException e) {
            InputException problem = InputException.of(e);
            closeQuietly(traceFile, problem);
            throw problem;
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
    void add(JudgedRun run) throws InputException {
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
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
