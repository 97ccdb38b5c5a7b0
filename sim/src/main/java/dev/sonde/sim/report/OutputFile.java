package dev.sonde.sim.report;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: it is written beside its place and moved there at the
 * end.
 *
 * <p>Opening it proves that it can be written, so that a wrong path shows before any long work. A
 * device or a pipe is written directly.
 */
public final class OutputFile implements AutoCloseable {

    private final Path target;
    private final Path written;
    private final boolean replace;
    private final Writer writer;
    private boolean done;

    private OutputFile(Path target, Path written, boolean replace, Writer writer) {
        this.target = target;
        this.written = written;
        this.replace = replace;
        this.writer = writer;
    }

    /**
     * Begins a file that takes the place of one that may be there.
     *
     * @throws IOException with a sentence for the user, if it cannot be written
     */
    public static OutputFile replacing(Path path) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("cannot write " + path + ": it is a folder");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new IOException("cannot write " + path + ": it is write-protected");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Writer writer = writer(path, Files.newOutputStream(target));
            return new OutputFile(target, target, true, writer);
        }
        return beside(path, target, true);
    }

    /**
     * Begins a file that must not be there yet.
     *
     * @throws IOException with a sentence for the user, if it is there or cannot be written
     */
    public static OutputFile creating(Path path) throws IOException {
        if (Files.exists(path)) {
            throw new IOException(path + " is there already, and is left as it is");
        }
        return beside(path, path.toAbsolutePath(), false);
    }

    private static OutputFile beside(Path path, Path target, boolean replace) throws IOException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("cannot write " + path + ": there is no folder " + folder);
        }
        Path written = folder.resolve(
                "." + target.getFileName() + '.' + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(written);
            OutputStream out = Files.newOutputStream(
                    written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new OutputFile(target, written, replace, writer(path, out));
        } catch (AccessDeniedException e) {
            throw new IOException("cannot write " + path + ": no permission in " + folder, e);
        } catch (FileSystemException e) {
            // Its message begins with a name that nobody gave.
            String reason = e.getReason();
            throw new IOException(
                    "cannot write " + path + ": "
                            + (reason == null ? "no file can be made there" : reason),
                    e);
        }
    }

    /** Text that cannot be UTF-8 is an error, as it is for {@link Files#newBufferedWriter}. */
    private static Writer writer(Path path, OutputStream out) {
        return new BufferedWriter(
                new OutputStreamWriter(new Naming(path, out), StandardCharsets.UTF_8.newEncoder()));
    }

    /** Says of which file it is that writing failed: a full disk does not. */
    private static final class Naming extends FilterOutputStream {

        private final Path path;

        Naming(Path path, OutputStream out) {
            super(out);
            this.path = path;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new IOException("cannot write " + path + ": " + e.getMessage(), e);
            }
        }
    }

    /** Takes UTF-8 text. */
    public Writer writer() {
        return writer;
    }

    /** Puts the file in its place; afterwards {@link #close} does nothing. */
    public void commit() throws IOException {
        writer.close();
        if (!written.equals(target)) {
            moveIntoPlace();
        }
        done = true;
    }

    private void moveIntoPlace() throws IOException {
        if (!replace) {
            try {
                Files.move(written, target);
            } catch (FileAlreadyExistsException e) {
                throw new IOException(target + " is there already, and is left as it is", e);
            }
            return;
        }
        try {
            Files.move(
                    written,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without {@link #commit} before it: nothing of the file stays. */
    @Override
    public void close() throws IOException {
        if (!done) {
            done = true;
            writer.close();
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        }
    }
}
