package dev.sonde.sim.explore;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Runs candidates of one shrinking, and counts them. */
final class Trials {

    private final long seed;
    private final String claim;
    private final int mostRuns;
    private final Shrinker.Listener listener;
    private int runs;
    private int fewestChoices = Integer.MAX_VALUE;

    Trials(long seed, String claim, int mostRuns, Shrinker.Listener listener) {
        this.seed = seed;
        this.claim = claim;
        this.mostRuns = mostRuns;
        this.listener = listener;
    }

    int runs() {
        return runs;
    }

    boolean isOver() {
        return runs >= mostRuns;
    }

    /**
     * Runs once.
     *
     * @return what failed, with the choices that were really taken; null if it is not the same
     *     claim
     */
    Shrinker.@Nullable Failing run(String scenario, Runner runner, List<Choice> choices) {
        Replay replay = new Replay(choices);
        boolean same = runner.run(seed, replay, false).failure(claim) != null;
        runs++;
        if (same) {
            fewestChoices = Math.min(fewestChoices, replay.taken().size());
        }
        listener.tried(runs, mostRuns, fewestChoices);
        return same ? new Shrinker.Failing(scenario, runner, replay.taken()) : null;
    }

    /** Runs other choices of the same scenario; null unless they fail. */
    Shrinker.@Nullable Failing run(Shrinker.Failing like, List<Choice> choices) {
        return isOver() ? null : run(like.scenario(), like.runner(), choices);
    }

    /** Runs the choices of a failure, and says of each event what it was; up to the failure. */
    List<Recording.Step> steps(Shrinker.Failing failing) {
        Recording recording = new Recording(new Replay(failing.choices()));
        Attempt.Failure failure = failing.runner().run(seed, recording, false).failure(claim);
        runs++;
        List<Recording.Step> steps = recording.steps();
        return failure == null
                ? steps
                : steps.subList(0, (int) Math.min(steps.size(), failure.event()));
    }

    /** Runs the default order of a failure's scenario, and says what else could have been done. */
    Survey survey(Shrinker.Failing like) {
        Survey survey = new Survey();
        like.runner().run(seed, survey, false);
        runs++;
        return survey;
    }
}
