package dev.sonde.sim.kernel;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.util.List;

/**
 * A random user of the kernel: what it does at the start, and what it does when an event happens.
 *
 * @param start what is done before the run
 * @param reactions event number n is answered by reaction n modulo their count
 */
record Program(List<Op> start, List<List<Op>> reactions) {

    static final int CHANNELS = 3;

    /** One call of the kernel. Instants are relative to now and may lie in the past. */
    sealed interface Op {}

    record Timer(long inNanos) implements Op {}

    record Post(int channel, long inNanos, long widthNanos) implements Op {}

    /** Cancels the event that was made this many events ago, whatever has become of it. */
    record Cancel(int back) implements Op {}

    /** Closes a channel and opens another one in its place. */
    record Reopen(int channel) implements Op {}

    List<Op> reaction(int event) {
        return reactions.get(event % reactions.size());
    }

    static Arbitrary<Program> any() {
        Arbitrary<List<Op>> start = ops().list().ofMinSize(1).ofMaxSize(12);
        Arbitrary<List<List<Op>>> reactions =
                ops().list().ofMaxSize(3).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(start, reactions).as(Program::new);
    }

    /** Programs that only make a few events, so that all orders can be counted. */
    static Arbitrary<Program> small() {
        return Arbitraries.oneOf(timers(4), posts(2, 4))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(start -> new Program(start, List.of(List.of())));
    }

    private static Arbitrary<Op> ops() {
        Arbitrary<Op> cancels = Arbitraries.integers().between(1, 8).map(Cancel::new);
        Arbitrary<Op> reopens = Arbitraries.integers().between(0, CHANNELS - 1).map(Reopen::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, timers(20)),
                Tuple.of(5, posts(CHANNELS, 20)),
                Tuple.of(3, cancels),
                Tuple.of(1, reopens));
    }

    private static Arbitrary<Op> timers(long longest) {
        return Arbitraries.longs().between(-3, longest).map(Timer::new);
    }

    private static Arbitrary<Op> posts(int channels, long longest) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, channels - 1),
                        Arbitraries.longs().between(-3, longest),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.longs().between(0, longest)),
                                Tuple.of(1, Arbitraries.just(Kernel.NEVER))))
                .as(Post::new);
    }
}
