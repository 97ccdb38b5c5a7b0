package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.Durations;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Cell;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims and expectations of one run. */
final class Claims {

    private Claims() {}

    static String verdict(JudgedRun run) {
        return run.result().verdict() + (run.asExpected() ? ", as expected" : ", not as expected");
    }

    static Tone tone(JudgedRun run) {
        if (run.asExpected()) {
            return Tone.GOOD;
        }
        return run.result().verdict() == Verdict.INCONCLUSIVE ? Tone.DOUBT : Tone.BAD;
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case HELD -> Tone.GOOD;
            case VIOLATED -> Tone.BAD;
            case INCONCLUSIVE, SKIPPED -> Tone.DOUBT;
        };
    }

    /** What became of the claims, in words. */
    static String sentence(JudgedRun run) {
        RunResult result = run.result();
        List<ClaimResult> violated = result.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.VIOLATED)
                .toList();
        if (result.lobbyFailure() != null) {
            return "The lobby under test failed, which ended the run: " + result.lobbyFailure();
        }
        if (!violated.isEmpty()) {
            ClaimResult first = violated.get(0);
            String others = violated.size() == 1
                    ? ""
                    : " " + Say.count(violated.size() - 1, "more claim is", "more claims are")
                            + " violated.";
            return "The claim " + first.name() + " is violated at event " + first.event() + ", "
                    + Durations.ofNanos(first.atNanos()) + " into the run: " + first.why() + "."
                    + others;
        }
        long held = result.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.HELD)
                .count();
        return held == result.claims().size()
                ? "All " + held + " claims held."
                : held + " of " + result.claims().size() + " claims held; no claim is violated.";
    }

    static List<Block> ofRun(JudgedRun run) {
        List<Block> blocks = new ArrayList<>();
        List<List<Cell>> notHeld = new ArrayList<>();
        Map<ClaimKind, List<String>> held = new LinkedHashMap<>();
        for (ClaimResult claim : run.result().claims()) {
            if (claim.verdict() == Verdict.HELD) {
                held.computeIfAbsent(claim.kind(), kind -> new ArrayList<>()).add(claim.name());
            } else {
                notHeld.add(row(claim));
            }
        }
        if (!notHeld.isEmpty()) {
            blocks.add(new Block.Grid(
                    "Claims that did not hold, or were not judged",
                    List.of("Claim", "Verdict", ">Event", ">At", "What was seen"),
                    notHeld,
                    false));
        }
        List<List<Cell>> rows = new ArrayList<>();
        held.forEach((kind, names) -> rows.add(List.of(
                Cell.of(kind.text()),
                new Cell(Integer.toString(names.size()), Tone.GOOD),
                Cell.of(String.join(" ", names)))));
        blocks.add(new Block.Grid(
                "Claims that held", List.of("Kind", ">Held", "Claims"), rows, false));
        blocks.add(expectations(run.expectations()));
        return blocks;
    }

    private static List<Cell> row(ClaimResult claim) {
        boolean isViolated = claim.verdict() == Verdict.VIOLATED;
        return List.of(
                Cell.of(claim.name()),
                new Cell(claim.verdict().name(), tone(claim.verdict())),
                Cell.of(isViolated ? Decimals.grouped(claim.event()) : Say.NOTHING),
                Cell.of(isViolated ? Durations.ofNanos(claim.atNanos()) : Say.NOTHING),
                Cell.of(claim.why()));
    }

    private static Block expectations(List<Expectation> expectations) {
        List<List<Cell>> rows = expectations.stream()
                .map(each -> List.of(
                        new Cell(each.what(), each.met() ? Tone.GOOD : Tone.BAD),
                        Cell.of(each.expected()),
                        Cell.of(each.actual())))
                .toList();
        return new Block.Grid(
                "What the scenario expects", List.of("What", "Expected", "Was"), rows, false);
    }
}
