package dev.sonde.sim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The one door through which files come in. What is no regular file is not opened (a named pipe
 * would never answer), what is too large is not read, and what a scenario names stays below its
 * folder.
 */
final class GuardedFiles {

    static final int MAX_SCENARIO_BYTES = 1 << 20;
    static final int MAX_DATA_BYTES = 4 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private GuardedFiles() {}

    /** The text of a scenario file, which may be anywhere. */
    static String scenario(Path file) throws ScenarioException {
        return read(file, file.toString(), MAX_SCENARIO_BYTES);
    }

    /**
     * Finds a file that a scenario names.
     *
     * @throws WordException if it is not a regular file below the folder
     */
    static Path below(Path folder, String name) {
        String help = "name a file below the scenario's folder, such as regions.csv";
        String shown = "'" + Problem.shown(name) + "'";
        try {
            Path given = Path.of(name);
            boolean leaves = given.isAbsolute() || name.indexOf('\\') >= 0;
            for (Path part : given) {
                leaves |= part.toString().equals("..");
            }
            if (leaves || name.isEmpty()) {
                throw new WordException(shown + " leads out of the scenario's folder", help);
            }
            Path real = folder.resolve(given).toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw new WordException(shown + " leads out of the scenario's folder", help);
            }
            if (!Files.isRegularFile(real)) {
                throw new WordException(shown + " is not a regular file", help);
            }
            return real;
        } catch (IOException e) {
            throw new WordException("there is no file " + shown, help);
        } catch (InvalidPathException e) {
            throw new WordException(shown + " is not the name of a file", help);
        }
    }

    /** The text of a data file that {@link #below} found. */
    static String data(Path file, String name) throws ScenarioException {
        return read(file, name, MAX_DATA_BYTES);
    }

    private static String read(Path file, String name, int maxBytes) throws ScenarioException {
        byte[] bytes;
        try {
            if (!Files.exists(file)) {
                throw whole(name, "there is no such file", "");
            }
            if (!Files.isRegularFile(file)) {
                throw whole(name, "is not a regular file", "give a file, not a folder or a pipe");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(maxBytes + 1);
            }
        } catch (IOException e) {
            throw whole(name, "cannot be read: " + e.getClass().getSimpleName(), "");
        }
        if (bytes.length > maxBytes) {
            throw whole(
                    name,
                    "is larger than " + (maxBytes >> 20) + " MiB",
                    "let a crowd stand for many people");
        }
        return decode(bytes, name);
    }

    /** Strictly UTF-8, without a byte order mark. */
    static String decode(byte[] bytes, String name) throws ScenarioException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw malformed(bytes, in.position(), name);
        }
        String text = out.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new ScenarioException(List.of(new Problem(
                    name,
                    1,
                    1,
                    "",
                    "",
                    "begins with a byte order mark",
                    "save the file as UTF-8 without one")));
        }
        return text;
    }

    private static ScenarioException malformed(byte[] bytes, int offset, String name) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            boolean continues = (bytes[i] & 0xC0) == 0x80;
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else if (!continues) {
                column++;
            }
        }
        int seen = bytes[offset] & 0xFF;
        String hex = "0x" + (seen < 16 ? "0" : "") + Integer.toHexString(seen);
        return new ScenarioException(List.of(new Problem(
                name,
                line,
                column,
                hex,
                "",
                "the byte " + hex + " is not UTF-8",
                "save the file as UTF-8")));
    }

    private static ScenarioException whole(String name, String message, String help) {
        return new ScenarioException(List.of(new Problem(name, 0, 0, "", "", message, help)));
    }
}
