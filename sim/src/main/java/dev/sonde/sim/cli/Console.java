package dev.sonde.sim.cli;

import dev.sonde.sim.report.Style;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the process writes to, and what can be shown there.
 *
 * @param out results only, as UTF-8
 * @param err everything else
 * @param unicode false if the place behind {@code out} shows ASCII only
 * @param debug true if whoever runs this wants to see stack traces
 */
record Console(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean unicode,
        boolean noColour,
        boolean debug) {

    private static final int BUFFER = 1 << 16;

    /** The streams of this process. */
    static Console ofProcess() {
        Charset charset = terminalCharset();
        String noColour = System.getenv("NO_COLOR");
        return new Console(
                stream(FileDescriptor.out, StandardCharsets.UTF_8),
                stream(FileDescriptor.err, charset),
                isTerminal(1),
                isTerminal(2),
                charset.equals(StandardCharsets.UTF_8),
                noColour != null && !noColour.isEmpty(),
                "1".equals(System.getenv("SONDE_DEBUG")));
    }

    /** How reports on {@code out} may look. */
    Style style(boolean colourForbidden) {
        return new Style(unicode, outIsTerminal && !noColour && !colourForbidden);
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, charset);
    }

    /** The locale's charset; before Java 19 only {@code native.encoding} tells it. */
    private static Charset terminalCharset() {
        String name =
                System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        return name.toUpperCase(Locale.ROOT).equals("UTF-8")
                ? StandardCharsets.UTF_8
                : StandardCharsets.US_ASCII;
    }

    /**
     * {@code SONDE_TTY} lists the descriptors that are terminals ({@code "1 2"}), since Java cannot
     * ask; without it, where /proc shows it.
     */
    private static boolean isTerminal(int descriptor) {
        String told = System.getenv("SONDE_TTY");
        if (told != null) {
            return told.contains(Integer.toString(descriptor));
        }
        try {
            Path behind = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return behind.startsWith("/dev/pts") || behind.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
