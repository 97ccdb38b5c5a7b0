package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

import java.util.List;

/**
 * A failure that anybody can see again: a scenario, a seed, what the schedule chose, and what came
 * of it.
 *
 * @param version of sonde that made it
 * @param scenario the scenario file, as JSON, with everything that the seed added to it
 * @param choices deviations from the default order of events
 * @param claim the violated claim, or {@link Attempt.Failure#BROKE}
 * @param event the event that violated it, counted from 1
 * @param digest of the run's trace
 */
public record Capsule(
        String version,
        String scenario,
        long seed,
        List<Choice> choices,
        String claim,
        long event,
        long digest) {

    public Capsule {
        choices = List.copyOf(choices);
    }

    /**
     * Runs the schedule of a seed once more and keeps how it violates a claim.
     *
     * @param strategy a fresh one, of a kind that keeps no memory of earlier runs
     * @param adds true if the seed also draws what is added to the scenario
     * @param claim violated by that run, and none at an earlier event
     * @throws CapsuleException if it does not fail again: the code under test is not deterministic
     */
    public static Capsule of(
            Explored explored,
            long seed,
            Strategy strategy,
            boolean adds,
            String claim,
            String version)
            throws CapsuleException {
        return of(explored, seed, strategy.next(new SeededChoices(seed)), adds, claim, version);
    }

    /** As the other one, for a schedule that leads to the failure by any other means. */
    public static Capsule of(
            Explored explored,
            long seed,
            Schedule schedule,
            boolean adds,
            String claim,
            String version)
            throws CapsuleException {
        Recording recording = Recording.of(schedule);
        Explored.Told told = explored.told(seed, recording, adds);
        Attempt.Failure first = told.attempt().failure(claim);
        Runner runner = told.scenario().runner();
        List<Choice> choices = choices(runner, seed, recording.steps());
        Attempt again = runner.run(seed, new Replay(choices), false);
        Attempt.Failure failure = again.failure(claim);
        if (first == null || failure == null || failure.event() != first.event()) {
            throw new CapsuleException("the failure of seed " + seed
                    + " did not show again when its schedule was run once more: what is under test"
                    + " depends on something else than its inputs");
        }
        return new Capsule(
                version,
                told.scenario().json(seed, false),
                seed,
                choices,
                claim,
                failure.event(),
                again.digest());
    }

    /** How the written scenario has to stray from its default order to be the same run. */
    private static List<Choice> choices(Runner runner, long seed, List<Recording.Step> steps) {
        Recording recording = new Recording(new Followed(steps));
        runner.run(seed, recording, false);
        return recording.choices();
    }
}
