package dev.sonde.sim;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.scenario.FixedDraw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chance from elsewhere, but for the draws that a scenario fixes. For one run. */
final class FixedDraws implements Choices {

    private record Which(String draw, long nth) {

        @Override
        public String toString() {
            return draw + (nth == 1 ? "" : " #" + nth);
        }
    }

    private final Choices others;
    private final Map<Which, Long> values = new LinkedHashMap<>();
    private final Set<Which> made = new LinkedHashSet<>();

    FixedDraws(List<FixedDraw> fixed, Choices others) {
        this.others = others;
        for (FixedDraw draw : fixed) {
            values.put(new Which(draw.draw(), draw.nth()), draw.value());
        }
    }

    @Override
    public long choose(Draws draws, long ordinal, long bound) {
        Which which = new Which(draws.toString(), ordinal + 1);
        Long value = values.get(which);
        if (value == null) {
            return others.choose(draws, ordinal, bound);
        }
        made.add(which);
        return Math.min(value, bound - 1);
    }

    /** Draws of the scenario that the run has not made, in words. */
    List<String> neverMade() {
        List<String> words = new ArrayList<>();
        for (Which which : values.keySet()) {
            if (!made.contains(which)) {
                words.add("the draw '" + which + "' was never made");
            }
        }
        return words;
    }
}
