package dev.sonde.sim;

import dev.sonde.sim.explore.LiveState;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.state.StateDigest;

import java.util.List;

/** One run as a search sees it. */
final class RunState implements LiveState {

    private final Kernel kernel;
    private final Object run;
    private final Epochs epochs;
    private final StateDigest states;
    private final String bounds;

    RunState(Kernel kernel, Object run, Epochs epochs, StateDigest states, String bounds) {
        this.kernel = kernel;
        this.run = run;
        this.epochs = epochs;
        this.states = states;
        this.bounds = bounds;
    }

    @Override
    public long nowNanos() {
        return kernel.nowNanos();
    }

    @Override
    public boolean isViolated() {
        return epochs.violated();
    }

    @Override
    public void digest(long[] two) {
        states.digest(kernel, run, two);
    }

    @Override
    public String bounds() {
        return bounds;
    }

    @Override
    public List<String> describe() {
        return states.describe(kernel, run);
    }
}
