package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Interval;
import dev.sonde.sim.report.html.Page.Section;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.study.Estimate;
import dev.sonde.sim.study.Statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who waits longer, and who is left over: people by what they have in common. Of one run, the
 * sample is its people; of many, their medians.
 */
final class Groups {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FEWEST_FOR_MANY = 2;

    /** More groups than these are no groups. */
    private static final int MOST_GROUPS = 24;

    private final String caption;
    private final Function<PersonRow, String> of;
    private final Map<String, Group> groups = new TreeMap<>();

    private static final class Group {
        private long joined;
        private long matched;
        private final List<Double> sample = new ArrayList<>();
        private final List<Double> ofRun = new ArrayList<>();
    }

    private Groups(String caption, Function<PersonRow, String> of) {
        this.caption = caption;
        this.of = of;
    }

    /** Those that a scenario may have. */
    static List<Groups> all() {
        return List.of(
                new Groups("By region", PersonRow::region),
                new Groups("By NAT", PersonRow::nat),
                new Groups("By crowd", PersonRow::group),
                new Groups("By network profile", PersonRow::profile));
    }

    /** @param alone true if there will be no other run */
    void add(List<PersonRow> people, boolean alone) {
        for (PersonRow person : people) {
            String name = of.apply(person);
            if (person.firstJoinNanos() < 0 || groups.size() > MOST_GROUPS) {
                continue;
            }
            Group group =
                    groups.computeIfAbsent(name.isEmpty() ? "none" : name, key -> new Group());
            group.joined++;
            if (person.matchedNanos() >= 0) {
                group.matched++;
                group.ofRun.add(
                        (person.matchedNanos() - person.firstJoinNanos()) / NANOS_PER_SECOND);
            }
        }
        for (Group group : groups.values()) {
            if (alone) {
                group.sample.addAll(group.ofRun);
            } else if (!group.ofRun.isEmpty()) {
                double[] sorted = sorted(group.ofRun);
                group.sample.add(Curves.quantile(sorted, 0.5));
            }
            group.ofRun.clear();
        }
    }

    /** False if all people are in one group, or each is in one of their own. */
    boolean isWorthIt() {
        long joined = groups.values().stream().mapToLong(group -> group.joined).sum();
        return groups.size() >= FEWEST_FOR_MANY
                && groups.size() <= MOST_GROUPS
                && joined >= 2L * groups.size();
    }

    Block.Intervals block() {
        List<Interval> rows = new ArrayList<>();
        double most = 0;
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            Estimate median = Statistics.median(sorted(group.sample));
            most = Math.max(most, median.hasInterval() ? median.high() : orZero(median.value()));
            rows.add(row(entry.getKey(), group, median));
        }
        return new Block.Intervals(
                caption + ": median time to match with its 95 % interval, from 0 to "
                        + Say.millis(most * 1000)
                        + ", and the share of the group that was matched.",
                0,
                most == 0 ? 1 : most,
                Double.NaN,
                rows);
    }

    /** Adds a section, if there are groups to compare; equal divisions are shown once. */
    static void section(List<Groups> all, List<Section> sections) {
        List<Block> blocks = new ArrayList<>();
        Set<List<Long>> seen = new LinkedHashSet<>();
        for (Groups groups : all) {
            if (groups.isWorthIt() && seen.add(groups.sizes())) {
                blocks.add(groups.block());
            }
        }
        if (!blocks.isEmpty()) {
            sections.add(new Section(
                    "fairness",
                    "Who waits longer",
                    "Where intervals lie apart, the groups differ by more than chance.",
                    blocks));
        }
    }

    /** Groups of the same sizes with the same waits are the same people under other names. */
    private List<Long> sizes() {
        return groups.values().stream()
                .map(group -> group.joined * 1_000_003 + group.matched)
                .sorted()
                .toList();
    }

    private static Interval row(String name, Group group, Estimate median) {
        String waits = median.hasData() ? Say.millis(median.value() * 1000) : "nobody matched";
        return new Interval(
                name,
                median.value(),
                median.low(),
                median.high(),
                waits + " · " + Say.percent(group.matched, group.joined),
                Tone.PLAIN);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
