package dev.sonde.sim.explore;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Makes a failure small: scenario, faults and choices together. A step counts only if the same
 * claim still fails, and none before it. Deterministic, and bounded in its runs.
 */
public final class Shrinker {

    /** Enough for all that people have shown; a run is a millisecond or less. */
    public static final int DEFAULT_RUNS = 20_000;

    /** Instants that are easy to read. */
    private static final long GRID_NANOS = 10_000_000;

    /** Steps finer than a message takes, for as long as people take to be matched. */
    private static final long LATER_NANOS = 10_000_000;

    private static final int LATER_STEPS = 150;

    private final Bench bench;
    private final int mostRuns;
    private final Listener listener;

    /** Is told how far the work is. */
    public interface Listener {

        /**
         * One more candidate has been run.
         *
         * @param runs so far
         * @param mostRuns when it will be over at the latest
         * @param choices of the smallest failure so far
         */
        void tried(int runs, int mostRuns, int choices);
    }

    /**
     * What came of it.
     *
     * @param capsule the smallest failure that was found
     * @param file a scenario file whose plain run violates the claim; its instants may differ from
     *     those of the capsule
     * @param inOrderOfTime true if that file needs no schedule
     * @param runs how many candidates were run
     */
    public record Shrunk(Capsule capsule, String file, boolean inOrderOfTime, int runs) {}

    public Shrinker(Bench bench, int mostRuns, Listener listener) {
        this.bench = bench;
        this.mostRuns = mostRuns;
        this.listener = listener;
    }

    /**
     * Makes a failure small.
     *
     * @throws CapsuleException if the capsule's claim does not fail any more
     */
    public Shrunk shrink(Capsule capsule) throws CapsuleException {
        Trials trials = new Trials(capsule.seed(), capsule.claim(), mostRuns, listener);
        Failing failing = first(capsule, trials);
        boolean smaller = true;
        while (smaller && !trials.isOver()) {
            Failing before = failing;
            failing = new ChoiceShrinker(trials).shrink(failing);
            failing = simplerScenario(failing, trials);
            failing = moved(failing, trials);
            smaller = !failing.isLike(before);
        }
        return shrunk(capsule, failing, trials.runs());
    }

    private Failing first(Capsule capsule, Trials trials) throws CapsuleException {
        Explored explored = bench.read(capsule.scenario());
        Failing failing = trials.run(capsule.scenario(), explored.runner(), capsule.choices());
        if (failing == null) {
            Replay again = new Replay(capsule.choices());
            Attempt now = explored.runner().run(capsule.seed(), again, false);
            throw CapsuleException.gone(capsule.claim(), now);
        }
        return failing;
    }

    /** Goes through all steps to simpler scenarios until none of them fails. */
    private Failing simplerScenario(Failing from, Trials trials) {
        Failing failing = from;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            List<String> simpler = bench.simpler(failing.scenario());
            for (int i = 0; i < simpler.size() && !trials.isOver(); ) {
                Failing less = trial(simpler.get(i), failing.choices(), trials);
                if (less == null) {
                    i++;
                } else {
                    // What came before in the list was tried just now, and rarely helps again.
                    failing = less;
                    smaller = true;
                    simpler = bench.simpler(failing.scenario());
                }
            }
        }
        return failing;
    }

    /** A fault at another instant may do what choices did: then there is nothing left to choose. */
    private Failing moved(Failing from, Trials trials) {
        if (from.choices().isEmpty()) {
            return from;
        }
        List<Long> instants = trials.survey(from).instants().stream()
                .map(nanos -> (nanos / GRID_NANOS + 1) * GRID_NANOS)
                .distinct()
                .toList();
        for (String scenario : bench.moved(from.scenario(), instants)) {
            Failing moved = trials.isOver() ? null : trial(scenario, List.of(), trials);
            if (moved != null) {
                return moved;
            }
        }
        return from;
    }

    private @Nullable Failing trial(String scenario, List<Choice> choices, Trials trials) {
        try {
            return trials.run(scenario, bench.read(scenario).runner(), choices);
        } catch (CapsuleException e) {
            return null; // a step too far: what is left is no scenario
        }
    }

    private Shrunk shrunk(Capsule capsule, Failing failing, int runs) throws CapsuleException {
        Attempt attempt =
                failing.runner().run(capsule.seed(), new Replay(failing.choices()), false);
        Attempt.Failure failure = attempt.failure(capsule.claim());
        if (failure == null) {
            throw new CapsuleException("the same schedule failed once and not again: what is under"
                    + " test depends on something else than its inputs");
        }
        Capsule small = new Capsule(
                capsule.version(),
                failing.scenario(),
                capsule.seed(),
                failing.choices(),
                capsule.claim(),
                failure.event(),
                attempt.digest());
        String plain = inOrderOfTime(small);
        return new Shrunk(
                small,
                plain == null
                        ? bench.file(small.scenario(), small.choices(), small.claim())
                        : plain,
                plain != null,
                runs);
    }

    /**
     * Links are slower in the order of time than where each event runs as soon as it may, so what
     * happens at an instant may have to happen a little later; null if that is not enough.
     */
    private @Nullable String inOrderOfTime(Capsule small) throws CapsuleException {
        String plain = bench.fileInOrderOfTime(small.scenario(), small.claim());
        if (bench.violates(plain, small.claim())) {
            return plain;
        }
        if (!small.choices().isEmpty()) {
            return null;
        }
        List<Long> instants = LongStream.rangeClosed(0, LATER_STEPS)
                .mapToObj(step -> step * LATER_NANOS)
                .toList();
        for (String moved : bench.moved(small.scenario(), instants)) {
            plain = bench.fileInOrderOfTime(moved, small.claim());
            if (bench.violates(plain, small.claim())) {
                return plain;
            }
        }
        return null;
    }

    /**
     * A scenario and choices under which the claim fails.
     *
     * @param runner of that scenario
     */
    record Failing(String scenario, Runner runner, List<Choice> choices) {

        Failing {
            choices = List.copyOf(choices);
        }

        boolean isLike(Failing other) {
            return scenario.equals(other.scenario) && choices.equals(other.choices);
        }
    }
}
