package dev.sonde.sim.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All combinations of the values of some keys. */
public final class Grid {

    /** Each of them has to be read and shown. */
    public static final int MOST_SETTINGS = 10_000;

    private Grid() {}

    /**
     * The settings of a scenario, the last key varying fastest; one setting if nothing varies.
     *
     * @throws StudyException if a key comes twice or there are too many settings
     */
    public static List<Setting> settings(String scenario, List<Vary> varied) throws StudyException {
        Set<String> keys = new LinkedHashSet<>();
        long count = 1;
        for (Vary vary : varied) {
            if (!keys.add(vary.key())) {
                throw new StudyException(
                        "--vary " + vary.key() + " comes twice; list all its values in one");
            }
            count = Math.multiplyExact(count, vary.values().size());
            if (count > MOST_SETTINGS) {
                throw new StudyException("this grid has " + shown(varied) + " settings; a study"
                        + " has at most " + MOST_SETTINGS
                        + ": take larger steps or fewer keys");
            }
        }
        List<Setting> settings = new ArrayList<>();
        List<String> values = new ArrayList<>();
        add(scenario, varied, values, settings);
        return settings;
    }

    private static String shown(List<Vary> varied) {
        return String.join(
                " × ",
                varied.stream()
                        .map(vary -> Integer.toString(vary.values().size()))
                        .toList());
    }

    private static void add(
            String scenario, List<Vary> varied, List<String> values, List<Setting> settings) {
        if (values.size() == varied.size()) {
            settings.add(new Setting(scenario, values));
            return;
        }
        for (String value : varied.get(values.size()).values()) {
            values.add(value);
            add(scenario, varied, values, settings);
            values.remove(values.size() - 1);
        }
    }
}
