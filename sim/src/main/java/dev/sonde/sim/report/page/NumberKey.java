package dev.sonde.sim.report.page;

import dev.sonde.sim.study.Design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The varied key that makes the axis of a chart: all its values are numbers in one unit, and of
 * those keys it has the most values.
 *
 * @param place among the keys of the design; -1 if no key has numbers
 * @param name its last part
 * @param unit of its values, may be empty
 */
record NumberKey(int place, String name, String unit) {

    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ?([^0-9 ]*)");

    static NumberKey of(Design design) {
        NumberKey best = new NumberKey(-1, "", "");
        int most = 1;
        for (int place = 0; place < design.keys().size(); place++) {
            Set<String> values = new LinkedHashSet<>();
            Set<String> units = new LinkedHashSet<>();
            for (var setting : design.settings()) {
                values.add(setting.values().get(place));
                Matcher number = NUMBER.matcher(setting.values().get(place));
                units.add(number.matches() ? number.group(2) : "no number");
            }
            if (units.size() == 1 && !units.contains("no number") && values.size() > most) {
                String key = design.keys().get(place);
                most = values.size();
                best = new NumberKey(
                        place,
                        key.substring(key.lastIndexOf('.') + 1),
                        units.iterator().next());
            }
        }
        return best;
    }

    boolean exists() {
        return place >= 0;
    }

    double value(Design design, int setting) {
        Matcher number = NUMBER.matcher(design.settings().get(setting).values().get(place));
        return number.matches() ? Double.parseDouble(number.group(1)) : Double.NaN;
    }

    /** The smallest value and the largest. */
    double[] ends(Design design) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int setting = 0; setting < design.settings().size(); setting++) {
            low = Math.min(low, value(design, setting));
            high = Math.max(high, value(design, setting));
        }
        return new double[] {low, high};
    }

    /** The values of the other keys, in words; empty if there are none. */
    String others(Design design, int setting) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < design.keys().size(); i++) {
            if (i != place) {
                String key = design.keys().get(i);
                words.add(key.substring(key.lastIndexOf('.') + 1)
                        + ' '
                        + design.settings().get(setting).values().get(i));
            }
        }
        return String.join(", ", words);
    }
}
