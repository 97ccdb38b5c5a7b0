package dev.sonde.sim.undertest;

/** The real lobby, but it loops for ever as soon as a client is ready; until it is interrupted. */
public final class Looping extends OnReady {

    @Override
    public String name() {
        return "looping";
    }

    @Override
    void happens() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
