package dev.sonde.sim.child;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Ends processes that keep a question waiting: who waits for them cannot look at a clock. */
final class Patience {

    private static final long LOOK_MILLIS = 100;

    private final long millis;
    private final ConcurrentLinkedQueue<Child> children = new ConcurrentLinkedQueue<>();

    Patience(long millis) {
        this.millis = millis;
        Thread watch = new Thread(this::watch, "sonde-sut-patience");
        watch.setDaemon(true);
        watch.start();
    }

    long millis() {
        return millis;
    }

    void watch(Child child) {
        children.add(child);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                long now = System.nanoTime();
                for (Iterator<Child> all = children.iterator(); all.hasNext(); ) {
                    Child child = all.next();
                    if (!child.isAlive()) {
                        all.remove();
                    } else if (child.waitsForMillis(now) > millis) {
                        child.endForSilence();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
