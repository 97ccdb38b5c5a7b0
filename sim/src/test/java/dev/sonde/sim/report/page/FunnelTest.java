package dev.sonde.sim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;
import dev.sonde.sim.report.html.Block;

import org.junit.jupiter.api.Test;

import java.util.List;

final class FunnelTest {

    private static List<String> bars(Block block) {
        return ((Block.Bars) block)
                .bars().stream()
                        .map(bar -> "  ".repeat(bar.depth()) + bar.label() + ": " + bar.text())
                        .toList();
    }

    /** Five people and four probes, each with another end. */
    @Test
    void everyLossHasItsCause() {
        HandMade run = new HandMade()
                .person("ann", "c", "none", 20, 500)
                .person("bob", "c", "none", 20, 500)
                .person("cat", "c", "none", 20, -1)
                .abandoned("dan")
                .neverJoined("eve")
                .measured("ann", "bob", 80, 80)
                .measured("ann", "cat", 180, 180)
                .failed("bob", "cat", "timeout")
                .failed("bob", "dan", "timeout");
        Funnel funnel = new Funnel();
        funnel.add(run.result());

        List<Block> blocks = funnel.blocks();

        assertThat(bars(blocks.get(0)))
                .containsExactly(
                        "in the scenario: 5 · 100 %",
                        "joined: 4 · 80.0 %",
                        "matched: 2 · 40.0 %",
                        "  ran out of patience: 1 · 20.0 %",
                        "  waiting time was over: 1 · 20.0 %",
                        "  never joined: 1 · 20.0 %");
        assertThat(bars(blocks.get(1)))
                .containsExactly(
                        "created: 4 · 100 %",
                        "both ready, started: 4 · 100 %",
                        "  timeout: 2 · 50.0 %",
                        "connected: 2 · 50.0 %",
                        "measured: 2 · 50.0 %",
                        "  over the limit: 1 · 25.0 %",
                        "within the limit: 1 · 25.0 %");
    }

    @Test
    void runsAddUp() {
        Funnel funnel = new Funnel();
        funnel.add(new HandMade().abandoned("dan").result());
        funnel.add(new HandMade().abandoned("dan").result());

        assertThat(bars(funnel.blocks().get(0)))
                .contains("joined: 2 · 100 %", "  ran out of patience: 2 · 100 %");
        assertThat(funnel.blocks()).hasSize(1);
    }
}
