package dev.sonde.server.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Writes a pool's session down, on its loop. The first line holds the settings, then each input has
 * a line with its instant in nanoseconds since the start, and below it a line for each of its
 * effects. Ids of probes and matches stay as they are; people get {@link Pseudonyms}; payloads are
 * reduced to their size.
 */
public final class SessionRecorder implements AutoCloseable {

    /** The key that tells such a file, and the version of its format. */
    public static final String MARK = "sonde_session";

    static final int VERSION = 1;

    private static final Set<PosixFilePermission> OWNERS_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Writer out;
    private final Pseudonyms names = new Pseudonyms();
    private final InputJson inputs = new InputJson(names);
    private @Nullable EffectLine lines;
    private long startNanos;

    /**
     * @param settings that make the same lobby again
     * @throws IOException if the file exists already or cannot be written
     */
    public SessionRecorder(Path file, Map<String, String> settings) throws IOException {
        this.out = Files.newBufferedWriter(ownersOnly(file));
        ObjectNode head = JsonNodeFactory.instance.objectNode().put(MARK, VERSION);
        ObjectNode texts = head.putObject("settings");
        settings.forEach(texts::put);
        line(head);
    }

    /** A new file; where files have POSIX permissions, readable by its owner only. */
    private static Path ownersOnly(Path file) throws IOException {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS_ONLY))
                : Files.createFile(file);
    }

    /** An input, before the lobby sees it. */
    public void input(long nowNanos, Input input) {
        if (lines == null) {
            startNanos = nowNanos;
            lines = new EffectLine(names::of, nowNanos);
        }
        ObjectNode node = inputs.write(input);
        node.put("at", nowNanos - startNanos);
        line(node);
    }

    /** One of the last input's effects. */
    public void effect(Effect effect) {
        EffectLine known = lines;
        if (known != null) {
            line(JsonNodeFactory.instance.objectNode().put("out", known.of(effect)));
        }
    }

    private void line(ObjectNode node) {
        try {
            out.write(node.toString());
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
