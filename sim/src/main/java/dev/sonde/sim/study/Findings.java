package dev.sonde.sim.study;

import java.util.List;

/**
 * What came of a study.
 *
 * @param title what was studied: the scenario's name, or {@code a against b}
 * @param description of the scenario, may be empty
 * @param seeds with how many seeds each setting ran
 * @param stop why there are no more seeds, in a sentence without the full stop; empty if all that
 *     were asked for have run
 * @param goals of the scenario; may be none
 */
public record Findings(
        String title,
        String description,
        long seeds,
        String stop,
        Results results,
        List<Goal> goals,
        Advice advice) {

    public Findings {
        goals = List.copyOf(goals);
    }

    /** The goals, held against a setting. */
    public List<GoalCheck> checks(int setting) {
        return goals.stream().map(goal -> GoalCheck.of(goal, results, setting)).toList();
    }
}
