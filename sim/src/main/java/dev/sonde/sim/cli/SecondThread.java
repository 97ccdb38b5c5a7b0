package dev.sonde.sim.cli;

import dev.sonde.sim.pack.Aside;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;

/** A thread beside that of a run. It starts with the first work: short runs never hand over any. */
final class SecondThread implements Aside, AutoCloseable {

    private final SynchronousQueue<Runnable> next = new SynchronousQueue<>();

    /** Held while some work is handed over and not done. */
    private final Semaphore idle = new Semaphore(1);

    private @Nullable Thread thread;

    /** Of the work that was done last; read and written by whoever holds {@link #idle}. */
    private @Nullable Throwable thrown;

    @Override
    public void hand(Runnable work) {
        try {
            idle.acquire();
            throwAgain();
            if (thread == null) {
                thread = new Thread(this::work, "sonde-aside");
                thread.setDaemon(true);
                thread.start();
            }
            next.put(work);
        } catch (InterruptedException e) {
            throw givenUp(e);
        }
    }

    @Override
    public void await() {
        try {
            idle.acquire();
            throwAgain();
            idle.release();
        } catch (InterruptedException e) {
            throw givenUp(e);
        }
    }

    private static IllegalStateException givenUp(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("the run was given up", e);
    }

    private void throwAgain() {
        Throwable problem = thrown;
        if (problem != null) {
            thrown = null;
            idle.release();
            if (problem instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("what is done beside a run failed", problem);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // Whoever handed the work over throws it again.
    private void work() {
        try {
            while (true) {
                Runnable work = next.take();
                try {
                    work.run();
                } catch (RuntimeException | Error e) {
                    thrown = e;
                } finally {
                    idle.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No work is handed over any more. */
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
