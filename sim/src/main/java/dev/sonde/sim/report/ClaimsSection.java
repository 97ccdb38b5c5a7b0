package dev.sonde.sim.report;

import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The claims: what is broken in full, what holds by name only. */
final class ClaimsSection {

    private final RunResult run;
    private final Style style;
    private final List<String> lines;

    ClaimsSection(RunResult run, Style style, List<String> lines) {
        this.run = run;
        this.style = style;
        this.lines = lines;
    }

    void write() {
        if (run.claims().isEmpty()) {
            return;
        }
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = with(verdict).size();
            if (count > 0) {
                counts.add(count + " " + verdict.name().toLowerCase(Locale.ROOT));
            }
        }
        lines.add(TerminalReport.section("Claims", style) + String.join(style.dot(), counts));
        with(Verdict.VIOLATED).forEach(this::violated);
        for (ClaimKind kind : ClaimKind.values()) {
            names(kind.text(), held(kind));
        }
        names("undecided", with(Verdict.INCONCLUSIVE));
        names("skipped", with(Verdict.SKIPPED));
    }

    private void violated(ClaimResult claim) {
        lines.add("  " + style.bad(style.missed() + ' ' + claim.name()) + " ("
                + claim.kind().text()
                + ") at event " + Decimals.grouped(claim.event()) + ", "
                + Decimals.millis(claim.atNanos()) + " ms");
        for (String line : Text.wrap(claim.why(), Style.WIDTH - 6)) {
            lines.add("      " + line);
        }
    }

    private void names(String title, List<ClaimResult> claims) {
        if (claims.isEmpty()) {
            return;
        }
        String names = String.join(" ", claims.stream().map(ClaimResult::name).toList());
        String lead = Text.left("  " + title, TerminalReport.INDENT + 2);
        for (String line : Text.wrap(names, Style.WIDTH - TerminalReport.INDENT - 2)) {
            lines.add(lead + line);
            lead = " ".repeat(TerminalReport.INDENT + 2);
        }
    }

    private List<ClaimResult> held(ClaimKind kind) {
        return with(Verdict.HELD).stream().filter(claim -> claim.kind() == kind).toList();
    }

    private List<ClaimResult> with(Verdict verdict) {
        return run.claims().stream().filter(claim -> claim.verdict() == verdict).toList();
    }
}
