package dev.sonde.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.Golden;
import dev.sonde.sim.HandMade;
import dev.sonde.sim.ProbeMetrics;
import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.Comparison;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Whole outputs of hand-made runs against files. */
final class ReportTest {

    private static final Style UNICODE = new Style(true, false);

    private static JudgedRun happy() {
        HandMade run = new HandMade()
                .claim("CompleteOnce", ClaimKind.INVARIANT, Verdict.HELD)
                .claim("NoLeak", ClaimKind.END, Verdict.SKIPPED)
                .claim("Survivor", ClaimKind.PROMISE, Verdict.HELD)
                .match(80, 1234, "ann", "bob")
                .measured("ann", "bob", 80, 79)
                .person("ann", "ann", "none", 10, 1234)
                .person("bob", "bob", "none", 10, 934);
        run.trace = HandMade.shortTrace();
        return JudgedRun.of(run.result(), Expected.NOTHING, 31_400_000);
    }

    private static JudgedRun sad() {
        HandMade run = new HandMade();
        for (String claim : List.of(
                "CompleteOnce",
                "Cause",
                "Draining",
                "OneProbe",
                "Membership",
                "Attribution",
                "Fifo",
                "FreshSocket",
                "Verdict",
                "NoSelf",
                "GroupComplete",
                "OneInitiator",
                "NoGhost",
                "AtomicMatch")) {
            run.claim(claim, ClaimKind.INVARIANT, Verdict.HELD);
        }
        run.violated(
                "BothReady",
                1023,
                320_004_000,
                "probe_start was sent to ann although bob has"
                        + " not been ready on its current connection since it came back at 300 ms");
        run.claim("Conservation", ClaimKind.END, Verdict.INCONCLUSIVE);
        for (int i = 0; i < 40; i++) {
            String a = "a" + (10 + i);
            String b = "b" + (10 + i);
            run.match(40 + i, 2_000 + 137L * i, a, b);
            run.measured(a, b, 40 + i, 39 + i);
            run.person(a, "near", "none", 10, 200L * i);
            run.person(b, "near", "none", 10, 100L * i);
            if (i % 3 == 0) {
                run.failed(a, b, i % 2 == 0 ? "timeout" : "reported-failure");
            }
        }
        run.cancelledMatch(50, 9_000, "cat", "dan");
        run.abandoned("eve");
        run.scenario = "a-scenario-with-a-name-that-goes-on-and-on-and-on";
        run.refusals.add(new RunResult.Counted("duplicate", 2));
        run.refusals.add(new RunResult.Counted("too-early", 1_200));
        run.faultsWithoutEffect.add("drop signal answer from bob, the 3rd");
        Expected expected = new Expected(
                Verdict.HELD,
                null,
                List.of(List.of("a10", "b10")),
                List.of(),
                List.of(new Comparison(
                        "time-to-match.p95", Comparison.Operator.LESS, 5_000, "< 5s")));
        return JudgedRun.of(run.result(), expected, 1_234_567_890);
    }

    @Test
    void aGoodRunOnATerminalWithUnicode() {
        Golden.assertSame("report/happy.txt", text(TerminalReport.lines(happy(), UNICODE)));
    }

    @Test
    void oneRefusedInputIsOne() {
        HandMade run = new HandMade();
        run.refusals.add(new RunResult.Counted("duplicate", 1));
        JudgedRun judged = JudgedRun.of(run.result(), Expected.NOTHING, 1);

        assertThat(TerminalReport.lines(judged, Style.PLAIN))
                .anyMatch(line -> line.matches("Refused +1 input: duplicate.1"));
    }

    @Test
    void aBadRunOnATerminalWithUnicode() {
        Golden.assertSame("report/sad.txt", text(TerminalReport.lines(sad(), UNICODE)));
    }

    @Test
    void aBadRunWhereOnlyAsciiArrives() {
        String text = text(TerminalReport.lines(sad(), Style.PLAIN));
        Golden.assertSame("report/sad-ascii.txt", text);
        assertThat(text).isASCII();
    }

    @Test
    void coloursAreAllThatColourAdds() {
        String plain = text(TerminalReport.lines(sad(), UNICODE));
        String coloured = text(TerminalReport.lines(sad(), new Style(true, true)));
        assertThat(coloured).contains("\u001b[1;31mVIOLATED, NOT as expected\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void noLineIsLongerThanATerminal() {
        assertThat(TerminalReport.lines(sad(), UNICODE))
                .allMatch(line -> line.length() <= Style.WIDTH);
        assertThat(MetricList.lines(ProbeMetrics.ALL))
                .allMatch(line -> line.length() <= Style.WIDTH);
    }

    @Test
    void anExpectedViolationIsGood() {
        HandMade run = new HandMade().violated("BothReady", 3, 1, "because");
        Expected expected =
                new Expected(Verdict.VIOLATED, "BothReady", List.of(), List.of(), List.of());
        JudgedRun judged = JudgedRun.of(run.result(), expected, 0);
        assertThat(TerminalReport.verdict(judged, new Style(true, true)))
                .isEqualTo("\u001b[1;32mVIOLATED, as expected\u001b[0m");
    }

    @Test
    void aRunThatALimitEndedSaysWhich() {
        HandMade run = new HandMade();
        run.verdict = Verdict.INCONCLUSIVE;
        run.limitHit = "events";
        List<String> lines =
                TerminalReport.lines(JudgedRun.of(run.result(), Expected.NOTHING, 0), UNICODE);
        assertThat(lines.get(0)).endsWith("INCONCLUSIVE, NOT as expected");
        assertThat(lines.get(2))
                .isEqualTo("Cut off     the limit on events was reached before the run was over");
    }

    @Test
    void aRunAsJson() {
        Golden.assertSame("report/happy.json", RunJson.line(happy()) + "\n");
        Golden.assertSame("report/sad.json", RunJson.line(sad()) + "\n");
    }

    @Test
    void runsAsRows() throws IOException {
        StringWriter text = new StringWriter();
        try (RowsCsv rows = new RowsCsv(text)) {
            rows.add(happy());
            HandMade odd = new HandMade();
            odd.scenario = "says \"hello, world\"";
            odd.failed("a", "b", "timeout");
            odd.cancelledMatch(HandMade.UNKNOWN, 5, "a", "b");
            odd.abandoned("a");
            rows.add(JudgedRun.of(odd.result(), Expected.NOTHING, 0));
        }
        Golden.assertSame("report/rows.csv", text.toString());
    }

    @Test
    void manyScenariosEndInATable() {
        RunList list = new RunList();
        list.add(happy());
        assertThat(list.isWorthIt()).isFalse();
        list.add(sad());
        Golden.assertSame("report/list.txt", text(list.lines(UNICODE)));
    }

    @Test
    void manySeedsAreSummedUp() {
        SeedsReport report = new SeedsReport("mine.yaml", "hand-made");
        for (int seed = 1; seed <= 20; seed++) {
            HandMade run = new HandMade().match(50 + seed, 1, "ann", "bob");
            run.seed = seed;
            run.person("ann", "ann", "none", 10, 100L * seed);
            if (seed % 7 == 0) {
                run.violated("NoGhost", 3, 1, "because");
            }
            report.add(JudgedRun.of(run.result(), Expected.NOTHING, 0));
        }
        Golden.assertSame("report/seeds.txt", text(report.lines(UNICODE)));
    }

    @Test
    void theListOfMetrics() {
        Golden.assertSame("report/metrics.txt", text(MetricList.lines(ProbeMetrics.ALL)));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
