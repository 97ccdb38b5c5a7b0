package dev.sonde.sim.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The last line of what a process writes to its standard error, which often says why it died. */
final class LastWords implements Runnable {

    private final BufferedReader reader;
    private final Thread thread;
    private volatile String last = "";

    private LastWords(Process process) {
        reader = new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        thread = new Thread(this, "sonde-sut-stderr");
    }

    /** Reads along, also so that the process is never kept waiting for a reader. */
    static LastWords of(Process process) {
        LastWords words = new LastWords(process);
        words.thread.setDaemon(true);
        words.thread.start();
        return words;
    }

    @Override
    public void run() {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    last = line;
                }
            }
        } catch (IOException e) {
            // The process is gone; what it said before is all there is.
        }
    }

    /** What it said last, when its end is read or after this long. */
    String afterMillis(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }
}
