package dev.sonde.sim.study;

/** A goal, what a setting gave, and whether that keeps it; without a bound it is always met. */
public record GoalCheck(Goal goal, Estimate estimate, Goal.Verdict verdict) {

    static GoalCheck of(Goal goal, Results results, int setting) {
        Estimate mean = results.mean(setting, results.design().measure(goal.metric()));
        return new GoalCheck(goal, mean, goal.judge(mean));
    }

    public boolean isMet() {
        return verdict == Goal.Verdict.MET;
    }
}
