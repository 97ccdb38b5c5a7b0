package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import java.util.ArrayList;
import java.util.List;

/**
 * The hand-over under every interleaving that Lincheck draws: what several threads see is what one
 * thread could have seen. On JDK 17 only, since Lincheck misses races on later ones; the canary
 * would tell.
 */
class HandoverTest {

    /** The hand-over as threads use it; by itself, in one thread, also its specification. */
    @Param(name = "value", gen = IntGen.class, conf = "1:3")
    public static class Used {

        private final List<Integer> taken = new ArrayList<>();
        private final Handover<Integer> handover = new Handover<>(2, this::wanted, taken::add);
        private volatile int wanted;

        private void wanted() {
            wanted = 1;
        }

        @Operation
        public boolean offer(@Param(name = "value") int value) {
            return handover.offer(value);
        }

        @Operation
        public boolean offerAlways(@Param(name = "value") int value) {
            return handover.offerAlways(value);
        }

        @Operation
        public boolean offerLast() {
            return handover.offerLast(9);
        }

        /** Drains as the loop does: only where it was asked to. */
        @Operation(nonParallelGroup = "taker")
        public List<Integer> drainIfWanted() {
            if (wanted == 1) {
                wanted = 0;
                handover.drain();
            }
            List<Integer> all = List.copyOf(taken);
            taken.clear();
            return all;
        }
    }

    /** The same with a look and a step where there has to be one step. */
    @Param(name = "value", gen = IntGen.class, conf = "1:3")
    public static class Racy {

        private volatile List<Integer> waiting = List.of();

        @Operation
        public void offer(@Param(name = "value") int value) {
            List<Integer> more = new ArrayList<>(waiting);
            more.add(value);
            waiting = List.copyOf(more);
        }

        @Operation(nonParallelGroup = "taker")
        public List<Integer> drain() {
            List<Integer> all = waiting;
            waiting = List.of();
            return all;
        }
    }

    private static void check(Class<?> used) {
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(10)
                .invocationsPerIteration(300)
                .threads(2)
                .actorsPerThread(3);
        options.check(used);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void nothingIsLostDoubledTurnedRoundOrAcceptedAfterTheLast() {
        check(Used.class);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void plantedRaceIsFound() {
        assertThatThrownBy(() -> check(Racy.class)).isInstanceOf(LincheckAssertionError.class);
    }

    @Test
    void takesInOrderAndNothingAfterTheLast() {
        List<Integer> taken = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        Handover<Integer> handover = new Handover<>(2, () -> wanted.add("drain"), taken::add);

        assertThat(handover.offer(1)).isTrue();
        assertThat(handover.offer(2)).isTrue();
        assertThat(handover.offer(3)).as("too many").isFalse();
        assertThat(handover.offerAlways(4)).isTrue();
        handover.drain();
        assertThat(handover.offer(5)).isTrue();
        assertThat(handover.offerLast(6)).isTrue();
        assertThat(handover.offerAlways(7)).as("after the last").isFalse();
        handover.drain();
        handover.drain();

        assertThat(taken).containsExactly(1, 2, 4, 5, 6);
        assertThat(wanted).hasSize(2);
    }
}
