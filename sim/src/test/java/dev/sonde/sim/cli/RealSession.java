package dev.sonde.sim.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One use of the command as it is, on real files. */
final class RealSession {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final int code;

    private RealSession(ProjectWorkbench workbench, Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        code = Main.run(words, console(out, err), workbench, new Interruption());
    }

    static RealSession sonde(Object... args) {
        return new RealSession(new ProjectWorkbench(), args);
    }

    /** As {@link #sonde}, but a run that stands still is given up after a fifth of a second. */
    static RealSession impatient(Object... args) {
        return new RealSession(new ProjectWorkbench(200_000_000), args);
    }

    /** Writes to files or pipes: no colours, but all of Unicode. */
    static Console console(OutputStream out, OutputStream err) {
        return new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                false,
                true,
                false,
                false);
    }

    int code() {
        return code;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
