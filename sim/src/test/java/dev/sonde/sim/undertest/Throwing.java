package dev.sonde.sim.undertest;

/** The real lobby, but it throws as soon as a client is ready. */
public final class Throwing extends OnReady {

    @Override
    public String name() {
        return "throwing";
    }

    @Override
    void happens() {
        throw new IllegalStateException("no such\nprobe\u001b[31m");
    }
}
