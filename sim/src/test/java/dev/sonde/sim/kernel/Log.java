package dev.sonde.sim.kernel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A handler that writes down what happened to it, and when. */
final class Log implements EventHandler {

    private final List<String> lines = new ArrayList<>();
    private @Nullable Kernel kernel;

    Log of(Kernel itsKernel) {
        kernel = itsKernel;
        return this;
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        lines.add((kernel == null ? "" : kernel.nowNanos() + " ") + describe(what, data));
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return data == null ? "#" + what : data.toString();
    }

    List<String> lines() {
        return lines;
    }
}
