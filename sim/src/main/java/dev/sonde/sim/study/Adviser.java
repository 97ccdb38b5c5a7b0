package dev.sonde.sim.study;

import java.util.ArrayList;
import java.util.List;

/** Chooses a setting under goals: first the bounds, by the conservative ends; then the best. */
public final class Adviser {

    private final Results results;
    private final List<Goal> bounds;
    private final List<Goal> aims;

    /** @param goals their metrics are measures of the results */
    public Adviser(Results results, List<Goal> goals) {
        this.results = results;
        this.bounds = goals.stream().filter(goal -> goal.aim().isBound()).toList();
        this.aims = goals.stream().filter(goal -> !goal.aim().isBound()).toList();
    }

    /** The setting to take, not yet checked again. */
    public Advice advice() {
        if (bounds.isEmpty() && aims.isEmpty()) {
            return new Advice.None("The scenario states no goals, so no setting is recommended");
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < results.design().settings().size(); i++) {
            if (missed(i).isEmpty()) {
                kept.add(i);
            }
        }
        if (kept.isEmpty()) {
            return new Advice.None(nearest());
        }
        int best = kept.get(0);
        for (int candidate : kept) {
            best = isBetter(candidate, best) ? candidate : best;
        }
        return new Advice.Recommended(
                best, asGood(best, kept), Advice.Recheck.NONE, words(best, kept));
    }

    /** The recheck of a setting by runs with fresh seeds, which all are of that setting. */
    public static Advice.Recheck recheck(Results fresh, int setting, List<Goal> goals) {
        List<Run> runs = fresh.runs(setting);
        List<GoalCheck> checks =
                goals.stream().map(goal -> GoalCheck.of(goal, fresh, setting)).toList();
        return runs.isEmpty()
                ? Advice.Recheck.NONE
                : new Advice.Recheck(runs.get(0).seed(), runs.size(), checks);
    }

    private List<GoalCheck> missed(int setting) {
        return bounds.stream()
                .map(goal -> GoalCheck.of(goal, results, setting))
                .filter(check -> !check.isMet())
                .toList();
    }

    private boolean isBetter(int one, int other) {
        for (Goal aim : aims) {
            double first = value(aim, one);
            double second = value(aim, other);
            if (first != second && !Double.isNaN(first)) {
                return Double.isNaN(second)
                        || (aim.aim() == Goal.Aim.MINIMISE ? first < second : first > second);
            }
            if (first != second && !Double.isNaN(second)) {
                return false;
            }
        }
        return false;
    }

    private double value(Goal aim, int setting) {
        return results.mean(setting, results.design().measure(aim.metric())).value();
    }

    /** Those that the first aim's paired difference does not tell from the best one. */
    private List<Integer> asGood(int best, List<Integer> kept) {
        if (aims.isEmpty()) {
            return List.of();
        }
        int measure = results.design().measure(aims.get(0).metric());
        return kept.stream()
                .filter(other -> other != best)
                .filter(other -> {
                    Estimate apart = results.difference(best, other, measure);
                    return !apart.hasInterval() || (apart.low() <= 0 && apart.high() >= 0);
                })
                .toList();
    }

    private String words(int best, List<Integer> kept) {
        int settings = results.design().settings().size();
        StringBuilder words =
                new StringBuilder("Take ").append(results.design().words(best)).append(": ");
        if (bounds.isEmpty()) {
            words.append("of ").append(settings).append(" settings it ");
        } else {
            words.append("it keeps all bounds, as ")
                    .append(kept.size())
                    .append(" of ")
                    .append(settings)
                    .append(settings == 1 ? " setting does" : " settings do");
            words.append(aims.isEmpty() ? " (the first of them is named)" : ", and ");
        }
        if (!aims.isEmpty()) {
            words.append("has the ")
                    .append(aims.get(0).aim() == Goal.Aim.MINIMISE ? "least " : "most ")
                    .append(aims.get(0).metric());
        }
        return words.toString();
    }

    /** What stands in the way, at the setting where the least does. */
    private String nearest() {
        int nearest = 0;
        for (int i = 1; i < results.design().settings().size(); i++) {
            nearest = missed(i).size() < missed(nearest).size() ? i : nearest;
        }
        List<String> reasons = missed(nearest).stream()
                .map(check -> check.goal().metric() + ' ' + check.goal().text())
                .toList();
        return "No setting keeps all bounds; " + results.design().words(nearest)
                + " comes nearest, without " + String.join(", ", reasons);
    }
}
