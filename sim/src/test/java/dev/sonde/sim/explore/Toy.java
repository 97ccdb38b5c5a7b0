package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A partial order that a kernel runs: chains of events, each event set off by the one before. */
final class Toy implements EventHandler {

    /**
     * One event of a chain.
     *
     * @param touches whom it touches, as a set of bits
     * @param afterNanos how long after the one before it is due
     */
    record Step(String name, long touches, long afterNanos) {}

    private record At(List<Step> chain, int index) {

        Step step() {
            return chain.get(index);
        }
    }

    private final List<List<Step>> chains;
    private final Kernel kernel;
    private final List<String> order = new ArrayList<>();

    private Toy(List<List<Step>> chains, Kernel kernel) {
        this.chains = chains;
        this.kernel = kernel;
    }

    /** A chain of events named {@code a1}, {@code a2} …, all due at once. */
    static List<Step> chain(String name, int length, long touches) {
        List<Step> chain = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            chain.add(new Step(name + i, touches, 0));
        }
        return chain;
    }

    /**
     * Runs once.
     *
     * @return the names in the order in which they happened, each with its instant if that is not 0
     */
    static String run(List<List<Step>> chains, long latenessNanos, Schedule schedule) {
        Kernel kernel =
                Kernel.adversarial(new RunLimits(1_000, 1_000_000), schedule, latenessNanos);
        Toy toy = new Toy(chains, kernel);
        for (List<Step> chain : toy.chains) {
            toy.set(new At(chain, 0));
        }
        assert kernel.run() == Kernel.End.QUIET;
        return String.join(" ", toy.order);
    }

    /** What came of so many runs of one strategy, one seed each. */
    static List<String> runs(
            List<List<Step>> chains, long latenessNanos, Strategy strategy, int count) {
        List<String> runs = new ArrayList<>();
        for (int seed = 1; seed <= count; seed++) {
            runs.add(run(chains, latenessNanos, strategy.next(new SeededChoices(seed))));
            strategy.ended(new Attempt(List.of(), Attempt.End.QUIET, 0, 0));
        }
        return runs;
    }

    private void set(At at) {
        kernel.timer(kernel.nowNanos() + at.step().afterNanos(), this, 0, at);
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        At at = (At) Objects.requireNonNull(data);
        long now = kernel.nowNanos();
        order.add(now == 0 ? at.step().name() : at.step().name() + "@" + now);
        if (at.index() + 1 < at.chain().size()) {
            set(new At(at.chain(), at.index() + 1));
        }
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return ((At) Objects.requireNonNull(data)).step().touches();
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return ((At) Objects.requireNonNull(data)).step().name();
    }
}
