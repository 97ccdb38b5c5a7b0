package dev.sonde.sim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Page.Section;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class GroupsTest {

    private static List<Section> sections(HandMade run) {
        List<Groups> groups = Groups.all();
        groups.forEach(each -> each.add(run.people, true));
        List<Section> sections = new ArrayList<>();
        Groups.section(groups, sections);
        return sections;
    }

    /**
     * Ten people without NAT wait 1 s to 10 s; ten behind one wait ten times as long, or for ever.
     */
    @Test
    void medianAndShareOfEachGroupStandBesideEachOther() {
        HandMade run = new HandMade();
        for (int i = 1; i <= 10; i++) {
            run.person("open-" + i, "all", "none", 20, i * 1_000L);
            run.person("shut-" + i, "all", "symmetric", 20, i > 5 ? -1 : i * 10_000L);
        }

        List<Section> sections = sections(run);

        assertThat(sections).hasSize(1);
        assertThat(sections.get(0).blocks()).hasSize(1);
        Block.Intervals byNat = (Block.Intervals) sections.get(0).blocks().get(0);
        assertThat(byNat.caption()).startsWith("By NAT: ");
        assertThat(byNat.rows())
                .extracting(row -> row.label() + " " + row.text())
                .containsExactly("none 5.50 s · 100 %", "symmetric 30.00 s · 50.0 %");
        assertThat(byNat.rows().get(0).low()).isEqualTo(2);
        assertThat(byNat.rows().get(0).high()).isEqualTo(9);
        assertThat(byNat.rows().get(1).low()).isNaN();
    }

    @Test
    void whereAllAreAlikeNothingIsCompared() {
        HandMade run = new HandMade();
        for (int i = 1; i <= 10; i++) {
            run.person("p" + i, "all", "none", 20, 1_000);
        }

        assertThat(sections(run)).isEmpty();
    }
}
