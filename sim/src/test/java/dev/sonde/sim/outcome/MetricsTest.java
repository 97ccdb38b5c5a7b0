package dev.sonde.sim.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.sim.HandMade;
import dev.sonde.sim.ProbeMetrics;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Each metric against a case worked out by hand. */
final class MetricsTest {

    @Test
    void theListIsTheOneOfTheScenarioFormat() {
        assertThat(ProbeMetrics.names())
                .containsExactlyInAnyOrder(
                        "time-to-match.p50",
                        "time-to-match.p90",
                        "time-to-match.p95",
                        "time-to-match.p99",
                        "time-to-match.max",
                        "matched-rtt.p50",
                        "matched-rtt.p90",
                        "matched-rtt.p99",
                        "share.matched",
                        "share.over-limit",
                        "share.relayed",
                        "share.abandoned",
                        "matches.count",
                        "probes.count",
                        "probes.per-match",
                        "probes.complete",
                        "probes.timeout",
                        "probes.reported-failure",
                        "probes.no-socket",
                        "probes.member-left",
                        "probes.member-lost",
                        "probes.superseded",
                        "probes.shutdown",
                        "probes.unfinished",
                        "false-accepts",
                        "false-rejects",
                        "estimate-error.p50",
                        "estimate-error.p90",
                        "waiting.at-end",
                        "waiting.max",
                        "fairness.rtt",
                        "fairness.nat",
                        "optimum.share",
                        "signals.count",
                        "signals.bytes");
    }

    @Test
    void aRunInWhichNothingHappenedHasCountsOfZeroAndNoDataElsewhere() {
        Set<String> zero = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (Metrics.Value value : Metrics.of(new HandMade().result()).values()) {
            if (value.hasData()) {
                assertThat(value.number()).as(value.metric().name()).isZero();
                zero.add(value.metric().name());
            } else {
                unknown.add(value.metric().name());
            }
        }
        assertThat(zero)
                .contains("matches.count", "probes.timeout", "waiting.max", "false-accepts")
                .hasSize(17);
        assertThat(unknown)
                .contains("share.matched", "probes.per-match", "fairness.nat", "optimum.share");
    }

    @Test
    void percentilesLieLinearlyBetweenTheTwoNearestValues() {
        HandMade run = new HandMade();
        // Waits of 100, 200, … 1100 ms: p50 is the 6th; p90 the 10th; p95 halfway from there.
        for (int i = 1; i <= 11; i++) {
            run.person("p" + i, "crowd", "none", 10, 100L * i);
        }
        run.person("unlucky", "crowd", "none", 10, -1);
        assertNumbers(
                run,
                List.of(
                        "time-to-match.p50",
                        "time-to-match.p90",
                        "time-to-match.p95",
                        "time-to-match.p99",
                        "time-to-match.max"),
                600,
                1000,
                1050,
                1090,
                1100);
    }

    @Test
    void matchedRttsAreThoseOfMatchesThatStoodAndWereMeasured() {
        HandMade run = new HandMade()
                .match(40, 1, "a", "b")
                .match(60, 2, "c", "d")
                .match(HandMade.UNKNOWN, 3, "e", "f")
                .cancelledMatch(99, 4, "g", "h");
        assertNumbers(
                run,
                List.of("matched-rtt.p50", "matched-rtt.p90", "matched-rtt.p99", "matches.count"),
                50,
                58,
                59.8,
                3);
    }

    @Test
    void sharesOfPeopleAreOfThoseWhoJoined() {
        HandMade run = new HandMade()
                .person("a", "a", "none", 10, 500)
                .person("b", "b", "none", 10, 500)
                .person("c", "c", "none", 10, -1)
                .abandoned("d")
                .neverJoined("e");
        assertNumbers(run, List.of("share.matched", "share.abandoned"), 0.5, 0.25);
    }

    @Test
    void probesAreCountedByTheirOutcomes() {
        HandMade run = new HandMade()
                .match(80, 1, "a", "b")
                .match(80, 1, "c", "d")
                .measured("a", "b", 80, 80)
                .failed("a", "c", "timeout")
                .failed("a", "d", "timeout")
                .failed("b", "c", "reported-failure")
                .failed("b", "d", "no-socket")
                .failed("c", "d", "member-left")
                .failed("c", "e", "member-lost")
                .failed("d", "e", "superseded")
                .failed("e", "f", "shutdown")
                .failed("f", "g", "unfinished");
        assertNumbers(
                run,
                List.of(
                        "probes.count",
                        "probes.per-match",
                        "probes.complete",
                        "probes.timeout",
                        "probes.reported-failure",
                        "probes.no-socket",
                        "probes.member-left",
                        "probes.member-lost",
                        "probes.superseded",
                        "probes.shutdown",
                        "probes.unfinished"),
                10,
                5,
                1,
                2,
                1,
                1,
                1,
                1,
                1,
                1,
                1);
    }

    @Test
    void measurementsAreHeldAgainstTheLimitAndTheTruth() {
        HandMade run = new HandMade() // limit 100 ms
                .measured("a", "b", 100, 100)
                .measured("a", "c", 99, 101)
                .measured("a", "d", 101, 100)
                .measured("a", "e", 140, 130)
                .failed("a", "f", "timeout");
        assertNumbers(
                run,
                List.of(
                        "share.over-limit",
                        "false-accepts",
                        "false-rejects",
                        "estimate-error.p50",
                        "estimate-error.p90"),
                0.5,
                1,
                1,
                1.5, // errors 0, 1, 2, 10
                7.6);
    }

    @Test
    void withoutALimitNothingIsOverIt() {
        HandMade run = new HandMade().measured("a", "b", 140, 130);
        run.rttLimitMillis = HandMade.UNKNOWN;
        Metrics metrics = Metrics.of(run.result());
        for (String name : List.of("share.over-limit", "false-accepts", "false-rejects")) {
            assertThat(metrics.value(name).hasData()).as(name).isFalse();
        }
    }

    @Test
    void relayedProbesAreAShareOfThoseThatOpened() {
        HandMade run = new HandMade()
                .measured("a", "b", 80, 80)
                .probe("a", "c", "timeout", HandMade.UNKNOWN, 90, "relay")
                .failed("a", "d", "timeout");
        assertNumbers(run, List.of("share.relayed"), 0.5);
    }

    @Test
    void fairnessComparesTheMediansOfGroups() {
        HandMade run = new HandMade();
        for (int i = 0; i < 20; i++) {
            // Two to a decile; the far half waits three times as long.
            run.person("p" + i, "crowd", i < 10 ? "none" : "symmetric", i, i < 10 ? 100 : 300);
        }
        // Deciles: 100 × 5, 300 × 5: p50 200, p95 300. Classes: 100, 300: p50 200, p95 290.
        assertNumbers(run, List.of("fairness.rtt", "fairness.nat"), 1.5, 1.45);
    }

    @Test
    void equallyFarPeopleAreOneGroupHoweverTheyAreListed() {
        HandMade run = new HandMade();
        for (int i = 0; i < 20; i++) {
            run.person("p" + i, "crowd", "none", 50, 100L + i);
        }
        assertThat(Metrics.of(run.result()).value("fairness.rtt").hasData()).isFalse();
    }

    @Test
    void countersOfTheRunAreTakenAsTheyAre() {
        HandMade run = new HandMade();
        run.waitingAtEnd = 3;
        run.waitingMax = 17;
        run.signalsCount = 42;
        run.signalsBytes = 12_345;
        assertNumbers(
                run,
                List.of("waiting.at-end", "waiting.max", "signals.count", "signals.bytes"),
                3,
                17,
                42,
                12_345);
    }

    @Test
    void theOptimumIsWhatWasPossibleIfSomebodyWorkedItOut() {
        HandMade run = new HandMade().match(40, 1, "a", "b").cancelledMatch(99, 4, "g", "h");
        assertThat(Metrics.of(run.result()).number("optimum.share")).isNaN();
        run.most = new MostMatches(4, true);
        assertNumbers(run, List.of("optimum.share"), 0.25);
    }

    private static void assertNumbers(HandMade run, List<String> names, double... numbers) {
        Metrics metrics = Metrics.of(run.result());
        assertThat(names).hasSize(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(metrics.number(names.get(i)))
                    .as(names.get(i))
                    .isCloseTo(numbers[i], within(1e-9));
        }
    }
}
