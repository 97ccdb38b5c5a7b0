package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Build;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Which sonde this is, and which Java runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "sonde " + number(), "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
        };
    }

    /** As the build wrote it down. */
    static String number() throws IOException {
        try {
            return Build.version();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
