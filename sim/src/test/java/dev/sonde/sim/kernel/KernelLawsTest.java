package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The kernel against the definition of its order, over random programs. */
final class KernelLawsTest {

    private static final long LATENESS = 4;

    @Property(tries = 500)
    void faithfulRunsAreThoseOfTheDefinition(
            @ForAll("programs") Program program,
            @ForAll @IntRange(min = 1, max = 60) int events,
            @ForAll @LongRange(min = 0, max = 60) long nanos) {
        RunLimits limits = new RunLimits(events, nanos);
        Kernel kernel = Kernel.timeFaithful(limits);
        Mirror mirror = new Mirror(kernel, new NaiveQueue(false, 0, nanos), program);

        Kernel.End end = kernel.run();

        mirror.checkEnd(end, limits);
        mirror.checkPending();
    }

    @Property(tries = 500)
    void adversarialRunsAreAmongThoseOfTheDefinition(
            @ForAll("programs") Program program,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int events,
            @ForAll @LongRange(min = 0, max = 60) long nanos) {
        RunLimits limits = new RunLimits(events, nanos);
        NaiveQueue model = new NaiveQueue(true, LATENESS, nanos);
        Schedule schedule = new AtRandom(seed, model);
        Kernel kernel = Kernel.adversarial(limits, schedule, LATENESS);
        Mirror mirror = new Mirror(kernel, model, program);

        Kernel.End end = kernel.run();

        mirror.checkEnd(end, limits);
        mirror.checkPending();
    }

    @Property(tries = 300)
    void everyOrderOfTheDefinitionIsReachedAndNoOther(@ForAll("small") Program program) {
        TreeWalk walk = new TreeWalk();
        Kernel kernel = Kernel.adversarial(RunLimits.DEFAULT, walk, 2);
        Set<String> reached = new TreeSet<>();
        int runs = 0;
        do {
            kernel.reset();
            Mirror mirror = new Mirror(kernel, adversarialModel(), program);
            kernel.run();
            reached.add(String.join(" ", mirror.history()));
            runs++;
        } while (walk.hasAnother());

        NaiveQueue model = adversarialModel();
        new Mirror(Kernel.adversarial(RunLimits.DEFAULT, walk, 2), model, program);
        Set<String> defined = new TreeSet<>();
        enumerate(model, "", defined);
        assertThat(reached).isEqualTo(defined);
        assertThat(runs).as("runs, none of them twice").isEqualTo(reached.size());
    }

    private static NaiveQueue adversarialModel() {
        return new NaiveQueue(true, 2, RunLimits.DEFAULT.simulatedNanos());
    }

    private static void enumerate(NaiveQueue model, String before, Set<String> found) {
        if (model.pending().isEmpty()) {
            found.add(before);
            return;
        }
        for (NaiveQueue.Event event : model.enabled()) {
            for (long instant : new TreeSet<>(List.of(model.soonest(event), model.horizon()))) {
                NaiveQueue after = model.copy();
                after.run(event, instant);
                String step = event.number() + "@" + instant;
                enumerate(after, before.isEmpty() ? step : before + " " + step, found);
            }
        }
    }

    @Property(tries = 300)
    void afterResetAKernelIsAsGoodAsNew(
            @ForAll("programs") Program first,
            @ForAll("programs") Program second,
            @ForAll @IntRange(min = 0, max = 20) int steps,
            @ForAll boolean adversarial) {
        RunLimits limits = new RunLimits(60, 60);
        Kernel used = kernel(adversarial, limits);
        new Mirror(used, new NaiveQueue(adversarial, LATENESS, 60), first);
        for (int i = 0; i < steps; i++) {
            used.step();
        }
        used.reset();
        assertThat(used.pending()).isZero();
        assertThat(used.nowNanos()).isZero();
        assertThat(used.events()).isZero();

        Kernel fresh = kernel(adversarial, limits);
        assertThat(history(used, adversarial, second))
                .isEqualTo(history(fresh, adversarial, second));
    }

    private static Kernel kernel(boolean adversarial, RunLimits limits) {
        return adversarial
                ? Kernel.adversarial(limits, new Hashed(), LATENESS)
                : Kernel.timeFaithful(limits);
    }

    private static List<String> history(Kernel kernel, boolean adversarial, Program program) {
        Mirror mirror = new Mirror(kernel, new NaiveQueue(adversarial, LATENESS, 60), program);
        kernel.run();
        return mirror.history();
    }

    @Provide
    Arbitrary<Program> programs() {
        return Program.any();
    }

    @Provide
    Arbitrary<Program> small() {
        return Program.small();
    }

    /** Decides by a seed, and checks what it is shown against the model. */
    private static final class AtRandom implements Schedule {

        private final Draws draws;
        private final NaiveQueue model;

        AtRandom(long seed, NaiveQueue model) {
            this.draws = new SeededChoices(seed).draws("schedule", "test", "pick");
            this.model = model;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            List<NaiveQueue.Event> expected = model.enabled();
            assertThat(enabled.count()).isEqualTo(expected.size());
            for (int i = 0; i < enabled.count(); i++) {
                NaiveQueue.Event event = expected.get(i);
                assertThat(enabled.sequence(i)).isEqualTo(event.number() + 1);
                assertThat(enabled.earliestNanos(i)).isEqualTo(event.earliest());
                assertThat(enabled.latestNanos(i)).isEqualTo(event.latest());
                assertThat(enabled.describe(i)).isEqualTo("event " + event.number());
            }
            return (int) draws.below(enabled.count());
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return draws.between(soonestNanos, latestNanos);
        }
    }

    /** Decides by what it sees only, sequence numbers included; remembers nothing. */
    private static final class Hashed implements Schedule {

        @Override
        public int pick(EnabledEvents enabled) {
            long seen = enabled.count();
            for (int i = 0; i < enabled.count(); i++) {
                seen = Mix.mix(seen, enabled.sequence(i));
                seen = Mix.mix(seen, enabled.earliestNanos(i));
                seen = Mix.mix(seen, enabled.latestNanos(i));
            }
            return (int) SeededChoices.scale(seen, enabled.count());
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            long span = latestNanos - soonestNanos + 1;
            return soonestNanos + SeededChoices.scale(Mix.mix(soonestNanos, latestNanos), span);
        }
    }
}
