package dev.sonde.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The queue against a list that is sorted anew at each step. */
final class DeadlineQueueTest {

    /** Sets (at 0 to 9), clears (10) or polls (11) the deadline of one of four owners. */
    private record Step(int owner, int what) {}

    private record Entry(int owner, long atNanos) {}

    private final DeadlineQueue<Integer> queue = new DeadlineQueue<>();
    private final List<Deadline<Integer>> deadlines = new ArrayList<>();
    private final List<Entry> sorted = new ArrayList<>();

    DeadlineQueueTest() {
        for (int owner = 0; owner < 4; owner++) {
            deadlines.add(new Deadline<>(owner));
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theQueueIsAListInOrderOfTimeAndThenOfSetting(
            @ForAll @Size(max = 40) List<@IntRange(max = 47) Integer> steps) {
        new DeadlineQueueTest().follow(steps);
    }

    private void follow(List<Integer> steps) {
        for (int step : steps) {
            perform(new Step(step % 4, step / 4));
            assertThat(queue.size()).isEqualTo(sorted.size());
            assertThat(queue.nextNanos())
                    .isEqualTo(sorted.isEmpty() ? Deadline.NONE : sorted.get(0).atNanos());
        }
        while (!sorted.isEmpty()) {
            assertThat(queue.pollDue(9)).isEqualTo(sorted.remove(0).owner());
        }
        assertThat(queue.pollDue(Deadline.NONE)).isNull();
        assertThat(deadlines).noneMatch(Deadline::isSet);
    }

    private void perform(Step step) {
        Deadline<Integer> deadline = deadlines.get(step.owner());
        if (step.what() == 11) {
            boolean isDue = !sorted.isEmpty() && sorted.get(0).atNanos() <= step.owner();
            assertThat(queue.pollDue(step.owner()))
                    .isEqualTo(isDue ? sorted.remove(0).owner() : null);
            return;
        }
        sorted.removeIf(entry -> entry.owner() == step.owner());
        if (step.what() == 10) {
            queue.clear(deadline);
        } else {
            queue.set(deadline, step.what());
            sorted.add(new Entry(step.owner(), step.what()));
            sorted.sort(Comparator.comparingLong(Entry::atNanos));
        }
    }
}
