package dev.sonde.sim.cli;

import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C. Work registers what it wants to save; when the process is told to stop, that is done
 * first.
 *
 * <p>The process may be in the middle of a run that knows nothing of this, so saving happens on the
 * thread that brings the news, not on the one that works.
 */
final class Interruption {

    private boolean interrupted;
    private boolean over;
    private @Nullable Runnable save;

    /**
     * Listens to the signals that end this process; its exit code is then 128 + the signal's
     * number.
     */
    static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::arrive, "sonde-interrupted"));
        return interruption;
    }

    /** What to do if the process is told to stop from now on; at once, if it has been already. */
    synchronized void onInterrupt(Runnable what) {
        save = what;
        if (interrupted) {
            what.run();
        }
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** From now on the process ends by itself. */
    synchronized void workIsOver() {
        over = true;
        save = null;
    }

    /** The news. */
    void arrive() {
        Runnable todo;
        synchronized (this) {
            if (over || interrupted) {
                return;
            }
            interrupted = true;
            todo = save;
        }
        if (todo != null) {
            todo.run();
        }
    }
}
