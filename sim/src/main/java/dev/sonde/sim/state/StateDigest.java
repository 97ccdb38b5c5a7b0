package dev.sonde.sim.state;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.kernel.PendingVisitor;
import dev.sonde.sim.kernel.RunLimits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells states of runs apart: two with the same digest have the same futures, up to names.
 *
 * <p>It walks everything that can be reached from a root, in a fixed order, and writes down what it
 * meets as numbers: instants as their distance from now, names and objects by the order in which
 * they come, everything else as it stands. {@link Treatments} are the exceptions. Then come the
 * pending events. The numbers are hashed to 128 bits, by which about 2⁶⁰ states can be told apart.
 *
 * <p>Instants and handles of events are told from other numbers by their values, so the kernel has
 * to be one of {@link Kernel#compared}. What is static is not seen; nor is the order in which two
 * objects of the same hash were put into a map by identity, which no deterministic run holds.
 */
public final class StateDigest {

    private static final long MILLI_NANOS = 1_000_000L;
    private static final long EVENT = Mix.mix("pending");

    private final Words words = new Words();
    private final Walk walk;
    private final List<Pending> pending = new ArrayList<>();

    private record Pending(
            long handle,
            int channel,
            long earliestInNanos,
            long latestInNanos,
            EventHandler handler,
            int what,
            @Nullable Object data,
            int name,
            int handlerNumber) {}

    /**
     * In the order of when they were put in, events tell how the state came about. This order tells
     * only what is to come; on one channel both are the same.
     */
    private static final Comparator<Pending> BY_WHAT_THEY_ARE = Comparator.comparingInt(
                    Pending::name)
            .thenComparingLong(Pending::earliestInNanos)
            .thenComparingLong(Pending::latestInNanos)
            .thenComparingInt(Pending::handlerNumber)
            .thenComparingInt(
                    event -> event.channel() == PendingVisitor.NO_CHANNEL ? event.what() : 0);

    public StateDigest(Treatments treatments) {
        walk = new Walk(treatments, words, Kernel.timeFaithful(RunLimits.DEFAULT));
    }

    /**
     * Digests everything that can be reached from here, and all pending events.
     *
     * @param of the run
     * @param two gets the digest, 128 bits
     * @throws UnreadableStateException if there is an object that can't be looked into
     */
    public void digest(Kernel of, Object root, long[] two) {
        try {
            read(of, root, false);
        } catch (UnreadableStateException e) {
            // Again, to say where.
            read(of, root, true);
            throw e;
        }
        words.hash(two);
    }

    /** What the digest of this state is made of, one line for each number. */
    public List<String> describe(Kernel of, Object root) {
        read(of, root, true);
        return words.lines();
    }

    private void read(Kernel of, Object root, boolean withLabels) {
        walk.begin(of);
        words.clear(withLabels);
        // Pages and people round to whole milliseconds of absolute time.
        words.label("now");
        words.put(Math.floorMod(of.nowNanos(), MILLI_NANOS));
        walk.reference(root);
        walk.finish();
        readPending(of);
        walk.fillRanks();
    }

    private void readPending(Kernel of) {
        pending.clear();
        of.visitPending((handle, channel, earliestIn, latestIn, handler, what, data) -> {
            int number = walk.identities.find(handler);
            pending.add(new Pending(
                    handle,
                    channel,
                    Math.max(0, earliestIn),
                    latestIn,
                    handler,
                    what,
                    data,
                    walk.handles.find(handle),
                    number < 0 ? Integer.MAX_VALUE : number));
        });
        pending.sort(BY_WHAT_THEY_ARE);
        for (Pending event : pending) {
            words.label("event");
            words.put(EVENT);
            words.put(walk.handles.number(event.handle()));
            boolean isTimer = event.channel() == PendingVisitor.NO_CHANNEL;
            words.put(isTimer ? -1 : walk.names.number(~event.channel()));
            words.put(event.earliestInNanos());
            words.put(event.latestInNanos());
            words.put(event.what());
            walk.reference(event.handler());
            walk.reference(event.data());
        }
        walk.finish();
    }
}
