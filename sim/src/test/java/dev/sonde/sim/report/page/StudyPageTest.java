package dev.sonde.sim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.study.Advice;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.Measure;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.study.Run;
import dev.sonde.sim.study.Setting;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class StudyPageTest {

    private static final Measure MATCHED = new Measure("share.matched", "share");
    private static final Goal MOST = new Goal("share.matched", Goal.Aim.AT_LEAST, 0.5, ">= 50%");

    /** Three limits, ten seeds each; in each, a tenth more are matched than in the one before. */
    private static Results results(List<String> values) {
        Design design = new Design(
                "0.1.0",
                List.of("lobby.matchmaker.max-p2p-rtt"),
                values.stream()
                        .map(value -> new Setting("us-eu", List.of(value)))
                        .toList(),
                List.of(MATCHED));
        List<Run> runs = new ArrayList<>();
        for (int seed = 1; seed <= 10; seed++) {
            for (int setting = 0; setting < values.size(); setting++) {
                double share = 0.4 + 0.1 * setting + 0.001 * seed;
                runs.add(new Run(
                        runs.size() + 1, setting, seed, "HELD", new double[] {share}, false));
            }
        }
        return new Results(design, runs);
    }

    private static Page page(Results results, Advice advice) {
        return StudyPage.of(
                new Findings("us-eu", "About it.", 10, "", results, List.of(MOST), advice),
                List.of("share.matched"),
                "./sonde sweep us-eu.yaml");
    }

    private static <T extends Block> T block(Page page, String section, Class<T> kind) {
        return page.sections().stream()
                .filter(each -> each.id().equals(section))
                .flatMap(each -> each.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void numbersMakeACurveWithItsBandItsGoalAndTheRecommendation() {
        Advice advice =
                new Advice.Recommended(2, List.of(), Advice.Recheck.NONE, "take max-p2p-rtt 150ms");
        Page page = page(results(List.of("50ms", "100ms", "150ms")), advice);

        Block.Chart chart = block(page, "curves", Block.Chart.class);

        assertThat(chart.horizontal()).isEqualTo(new Block.Axis("max-p2p-rtt", "ms"));
        assertThat(chart.lines())
                .extracting(Block.Line::name)
                .containsExactly("mean, 95 % interval", "goal >= 50%");
        assertThat(chart.lines().get(0).xs()).containsExactly(50, 100, 150);
        assertThat(chart.lines().get(1).ys()).containsExactly(50, 50);
        assertThat(chart.markers()).containsExactly(new Block.Marker(150, "recommended"));
        assertThat(page.verdict()).isEqualTo("Recommended: max-p2p-rtt 150ms");
        assertThat(page.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void goalsAreMarkedBySettingAndDifferencesArePaired() {
        Advice advice =
                new Advice.Recommended(2, List.of(), Advice.Recheck.NONE, "take max-p2p-rtt 150ms");
        Page page = page(results(List.of("50ms", "100ms", "150ms")), advice);

        Block.Grid goals = block(page, "goals", Block.Grid.class);
        Block.Intervals differences = block(page, "differences", Block.Intervals.class);

        assertThat(goals.rows())
                .extracting(row -> row.get(1).tone())
                .containsExactly(Tone.BAD, Tone.GOOD, Tone.GOOD);
        assertThat(differences.reference()).isZero();
        assertThat(differences.rows())
                .extracting(row -> row.label() + ": " + row.text())
                .containsExactly(
                        "max-p2p-rtt 50ms: −20.0 % (−20.0 to −20.0 %)",
                        "max-p2p-rtt 100ms: −10.0 % (−10.0 to −10.0 %)");
    }

    @Test
    void wordsMakePointsBelowEachOther() {
        Page page = page(results(List.of("fifo", "latency-fifo")), new Advice.None("no goal"));

        Block.Intervals points = block(page, "curves", Block.Intervals.class);

        assertThat(points.rows())
                .extracting(Block.Interval::label)
                .containsExactly("max-p2p-rtt fifo", "max-p2p-rtt latency-fifo");
        assertThat(page.verdict()).isEqualTo("Nothing to recommend");
        assertThat(page.tone()).isEqualTo(Tone.DOUBT);
    }

    @Test
    void unitsThatDifferAreNoAxis() {
        Page page = page(results(List.of("50ms", "1s")), new Advice.None("no goal"));

        assertThat(block(page, "curves", Block.Intervals.class).rows()).hasSize(2);
    }
}
