package dev.sonde.server.load;

import java.util.concurrent.locks.LockSupport;

/**
 * How much too late a thread of this process wakes up that does nothing else: what the machine, its
 * other work, the JVM's pauses and the attackers' own load cost whoever runs here. Delays no longer
 * than this say nothing about the server.
 */
final class Hiccups implements AutoCloseable {

    private static final long EVERY_NANOS = 1_000_000;

    private final Thread thread = new Thread(this::run, "sonde-load-hiccups");
    private volatile Delays delays = new Delays();
    private volatile boolean isOver;

    Hiccups() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Those from now on, until this is called again. */
    Delays startSlice() {
        delays = new Delays();
        return delays;
    }

    private void run() {
        while (!isOver) {
            long wantedNanos = System.nanoTime() + EVERY_NANOS;
            LockSupport.parkNanos(EVERY_NANOS);
            delays.add(System.nanoTime() - wantedNanos);
        }
    }

    /** The thread is gone a millisecond later. */
    @Override
    public void close() {
        isOver = true;
    }
}
