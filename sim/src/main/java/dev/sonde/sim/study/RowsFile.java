package dev.sonde.sim.study;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A file of rows that grows run by run and has whole runs only, whatever stops it: it can be read,
 * and gone on with, at any time. Gzip if its name ends in {@code .gz}; then rows stand in the file
 * from its {@link #close} on.
 */
public final class RowsFile implements AutoCloseable {

    private static final String GZIP = ".gz";

    private final TidyCsv csv;
    private final Path file;
    private final Path written;
    private final FileChannel channel;
    private final OutputStream out;
    private final boolean truncates;
    private boolean closed;

    private RowsFile(TidyCsv csv, Path file, Path written, FileChannel channel) throws IOException {
        this.csv = csv;
        this.file = file;
        this.written = written;
        this.channel = channel;
        boolean zipped = file.toString().endsWith(GZIP);
        OutputStream plain = new ChannelStream(channel, file);
        this.out = zipped ? new GZIPOutputStream(new BufferedOutputStream(plain)) : plain;
        this.truncates = !zipped && Files.isRegularFile(written);
    }

    /**
     * Begins a file.
     *
     * @throws IOException with a sentence for the user, if there is one already or it cannot be
     *     written
     */
    public static RowsFile create(Path file, Design design) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > 0) {
            throw new IOException(
                    file + " is there already; --resume goes on with it, or name another file");
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        RowsFile rows = new RowsFile(new TidyCsv(design), file, file, channel);
        rows.write(rows.csv.head());
        return rows;
    }

    /** True if a plain file was cut off before its first line was whole: then nothing is lost. */
    public static boolean isBarelyBegun(Path file, Design design) throws IOException {
        byte[] head = new TidyCsv(design).head().getBytes(StandardCharsets.UTF_8);
        long size = Files.size(file);
        return size <= head.length
                && Arrays.equals(Files.readAllBytes(file), Arrays.copyOf(head, (int) size));
    }

    /**
     * Goes on with a file.
     *
     * @param kept its first runs; what stands behind them is written anew
     * @throws IOException with a sentence for the user, if it cannot be written
     */
    public static RowsFile resume(Path file, Design design, List<Run> kept) throws IOException {
        // A zipped file cannot be cut at a run; so it is written beside, and moved at the end.
        boolean zipped = file.toString().endsWith(GZIP);
        Path written = zipped ? file.resolveSibling(file.getFileName() + ".part") : file;
        TidyCsv csv = new TidyCsv(design);
        FileChannel channel = zipped
                ? FileChannel.open(
                        written,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)
                : FileChannel.open(written, StandardOpenOption.WRITE);
        RowsFile rows = new RowsFile(csv, file, written, channel);
        if (zipped) {
            rows.write(csv.head());
            for (Run run : kept) {
                rows.add(run);
            }
        } else {
            rows.cut(kept);
        }
        return rows;
    }

    private void cut(List<Run> kept) throws IOException {
        if (kept.isEmpty()) {
            channel.truncate(0);
            write(csv.head());
            return;
        }
        long length = csv.head().getBytes(StandardCharsets.UTF_8).length;
        for (Run run : kept) {
            length += csv.rows(run).getBytes(StandardCharsets.UTF_8).length;
        }
        if (length > channel.size()) {
            throw new IOException(file + " was changed by another program; rows of a study are"
                    + " gone on with only as they were written");
        }
        channel.truncate(length);
        channel.position(length);
    }

    /**
     * Adds a run, whole or not at all.
     *
     * @throws IOException if the file takes no more, for example because the disk is full; what is
     *     there stays
     */
    public void add(Run run) throws IOException {
        write(csv.rows(run));
    }

    private void write(String text) throws IOException {
        long before = truncates ? channel.position() : 0;
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (truncates) {
                channel.truncate(before);
            }
            throw e;
        }
    }

    /** What has been added stands in the file now. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
        } finally {
            channel.close();
        }
        if (!written.equals(file)) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** All or an error, which says of which file it is. */
    private static final class ChannelStream extends OutputStream {

        private final FileChannel channel;
        private final Path file;

        ChannelStream(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
            }
        }
    }
}
