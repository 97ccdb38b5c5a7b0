package dev.sonde.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Runs something once the last of several has finished. */
final class AtomicCountdown {

    private final AtomicInteger left;
    private final Runnable last;

    AtomicCountdown(int parts, Runnable last) {
        this.left = new AtomicInteger(parts);
        this.last = last;
    }

    void done() {
        if (left.decrementAndGet() == 0) {
            last.run();
        }
    }
}
