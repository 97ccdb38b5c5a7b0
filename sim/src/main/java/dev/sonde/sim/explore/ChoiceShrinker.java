package dev.sonde.sim.explore;

import dev.sonde.sim.explore.Shrinker.Failing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the fewest and simplest choices under which the claim still fails.
 *
 * <p>None, then those on the causal chain of the failure, then delta debugging (Zeller and
 * Hildebrandt 2002), then any single one, then rounder instants.
 */
final class ChoiceShrinker {

    private static final long[] GRIDS = {1_000_000_000L, 100_000_000L, 10_000_000L, 1_000_000L};

    private final Trials trials;

    ChoiceShrinker(Trials trials) {
        this.trials = trials;
    }

    Failing shrink(Failing from) {
        if (from.choices().isEmpty()) {
            return from;
        }
        Failing none = trials.run(from, List.of());
        if (none != null) {
            return none;
        }
        Failing less = fewer(causal(from));
        return rounder(less.choices().size() > 1 ? single(less) : less);
    }

    /** What comes after the failure cannot matter; what led to it most directly may be enough. */
    private Failing causal(Failing from) {
        List<Recording.Step> steps = trials.steps(from);
        if (steps.isEmpty()) {
            return from;
        }
        int taken = steps.get(steps.size() - 1).choices();
        Failing before = orElse(
                from,
                trials.run(
                        from,
                        from.choices().subList(0, Math.min(taken, from.choices().size()))));
        Failing chain = trials.run(before, onChain(steps, before.choices()));
        return orElse(before, chain);
    }

    private static List<Choice> onChain(List<Recording.Step> steps, List<Choice> choices) {
        Set<Choice> kept = new LinkedHashSet<>();
        for (long event = steps.size();
                event > 0;
                event = steps.get((int) event - 1).cause()) {
            int after = steps.get((int) event - 1).choices();
            int before = event == 1 ? 0 : steps.get((int) event - 2).choices();
            if (after > before && after <= choices.size()) {
                kept.add(choices.get(after - 1));
            }
        }
        return choices.stream().filter(kept::contains).toList();
    }

    /** Leaves out larger and smaller pieces until each single choice is needed. */
    private Failing fewer(Failing from) {
        Failing failing = from;
        int pieces = 2;
        while (failing.choices().size() > 1 && !trials.isOver()) {
            int size = failing.choices().size();
            Failing less = null;
            for (int piece = 0; piece < pieces && less == null; piece++) {
                List<Choice> rest = new ArrayList<>(failing.choices());
                rest.subList(size * piece / pieces, size * (piece + 1) / pieces).clear();
                less = trials.run(failing, rest);
            }
            if (less != null) {
                failing = less;
                pieces = Math.max(2, Math.min(pieces - 1, failing.choices().size()));
            } else if (pieces == size) {
                return failing;
            } else {
                pieces = Math.min(2 * pieces, size);
            }
        }
        return failing;
    }

    /** One choice that no recorded run made may do what several did. */
    private Failing single(Failing from) {
        for (Choice choice : trials.survey(from).deviations()) {
            Failing less = trials.run(from, List.of(choice));
            if (less != null) {
                return less;
            }
        }
        return from;
    }

    /** Instants that are easier to say: the soonest one, the latest one, a round one. */
    private Failing rounder(Failing from) {
        Failing failing = from;
        for (int i = 0; i < failing.choices().size(); i++) {
            for (Choice rounder : rounder(failing.choices().get(i))) {
                List<Choice> others = new ArrayList<>(failing.choices());
                others.set(i, rounder);
                Failing same = trials.run(failing, others);
                if (same != null && same.choices().size() <= failing.choices().size()) {
                    failing = same;
                    break;
                }
            }
        }
        return failing;
    }

    private static List<Choice> rounder(Choice choice) {
        List<Choice> all = new ArrayList<>();
        long delay = choice.delayNanos();
        if (delay != 0 && !choice.isLateness()) {
            all.add(new Choice(choice.before(), choice.run(), 0));
        }
        if (delay != 0 && delay != Choice.LATEST) {
            all.add(new Choice(choice.before(), choice.run(), Choice.LATEST));
            for (long grid : GRIDS) {
                long rounded = (delay + grid / 2) / grid * grid;
                if (rounded != 0 && rounded != delay) {
                    all.add(new Choice(choice.before(), choice.run(), rounded));
                }
            }
        }
        return all;
    }

    private static Failing orElse(Failing one, @Nullable Failing better) {
        return better == null ? one : better;
    }
}
