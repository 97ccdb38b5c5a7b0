package dev.sonde.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.sim.HandMade;
import dev.sonde.sim.ProbeMetrics;
import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The contract of the scenario format, field by field. */
final class RunJsonTest {

    @Test
    void fieldsHaveTheNamesAndTheOrderOfTheContract() throws IOException {
        JsonNode run = json(new HandMade()
                .claim("CompleteOnce", ClaimKind.INVARIANT, Verdict.HELD)
                .match(80, 1, "ann", "bob")
                .measured("ann", "bob", 80, 79));
        assertThat(names(run))
                .containsExactly(
                        "scenario",
                        "seed",
                        "verdict",
                        "asExpected",
                        "limitHit",
                        "claims",
                        "expectations",
                        "digest",
                        "events",
                        "simulatedMillis",
                        "wallMillis",
                        "matches",
                        "probes",
                        "metrics");
        assertThat(names(run.get("claims").get(0)))
                .containsExactly("name", "kind", "verdict", "event", "atMillis", "why");
        assertThat(names(run.get("expectations").get(0)))
                .containsExactly("what", "expected", "actual", "met");
        assertThat(names(run.get("matches").get(0)))
                .containsExactly("members", "rttMillis", "atMillis");
        assertThat(names(run.get("probes").get(0)))
                .containsExactly(
                        "members",
                        "outcome",
                        "phase",
                        "rttMillis",
                        "trueRttMillis",
                        "candidateType",
                        "openMillis",
                        "endMillis");
        assertThat(names(run.get("metrics"))).isEqualTo(ProbeMetrics.names());
    }

    @Test
    void aViolatedClaimSaysWhereAndWhyAndOthersSayNothing() throws IOException {
        JsonNode claims = json(new HandMade()
                        .claim("NoLeak", ClaimKind.END, Verdict.SKIPPED)
                        .violated("BothReady", 23, 320_004_499, "start before ready"))
                .get("claims");
        assertThat(claims.get(0).toString())
                .isEqualTo("{\"name\":\"NoLeak\",\"kind\":\"end\",\"verdict\":\"SKIPPED\","
                        + "\"event\":null,\"atMillis\":null,\"why\":null}");
        assertThat(claims.get(1).toString())
                .isEqualTo(
                        "{\"name\":\"BothReady\",\"kind\":\"invariant\",\"verdict\":\"VIOLATED\","
                                + "\"event\":23,\"atMillis\":320.004,\"why\":\"start before "
                                + "ready\"}");
    }

    @Test
    void aProbeThatNeverOpenedHasNullsInsteadOfNumbers() throws IOException {
        JsonNode probe = json(new HandMade().failed("ann", "bob", "timeout"))
                .get("probes")
                .get(0);
        assertThat(probe.toString())
                .isEqualTo("{\"members\":[\"ann\",\"bob\"],\"outcome\":\"timeout\","
                        + "\"phase\":\"connecting\",\"rttMillis\":null,\"trueRttMillis\":null,"
                        + "\"candidateType\":null,\"openMillis\":null,\"endMillis\":2000}");
    }

    @Test
    void openMillisCountFromTheStartOfTheProbe() throws IOException {
        JsonNode probe = json(new HandMade().measured("ann", "bob", 80, 79))
                .get("probes")
                .get(0);
        assertThat(probe.get("openMillis").intValue()).isEqualTo(250);
    }

    @Test
    void matchesThatWereCancelledAreNotMatchesAndMembersAreSorted() throws IOException {
        JsonNode run =
                json(new HandMade().cancelledMatch(80, 1, "ann", "bob").match(80, 2, "dan", "cat"));
        assertThat(run.get("matches").toString())
                .isEqualTo("[{\"members\":[\"cat\",\"dan\"],\"rttMillis\":80,\"atMillis\":2}]");
        assertThat(run.get("metrics").get("matches.count").intValue()).isEqualTo(1);
    }

    @Test
    void aMatchWithoutAMeasurementHasNoRtt() throws IOException {
        JsonNode run = json(new HandMade().match(HandMade.UNKNOWN, 1, "ann", "bob"));
        assertThat(run.get("matches").get(0).get("rttMillis").isNull()).isTrue();
    }

    @Test
    void theLimitThatEndedARunIsNamed() throws IOException {
        HandMade run = new HandMade();
        assertThat(json(run).get("limitHit").isNull()).isTrue();
        run.limitHit = "events";
        assertThat(json(run).get("limitHit").asText()).isEqualTo("events");
    }

    @Test
    void theDigestIsSixteenHexDigits() throws IOException {
        assertThat(json(new HandMade()).get("digest").asText()).isEqualTo("0000000000000000");
    }

    @Test
    void metricsWithoutDataAreNull() throws IOException {
        JsonNode metrics = json(new HandMade()).get("metrics");
        assertThat(metrics.get("time-to-match.p95").isNull()).isTrue();
        assertThat(metrics.get("probes.count").intValue()).isZero();
    }

    @Test
    void eachArrayOfMoreThanTenThousandRowsIsNullByItself() throws IOException {
        HandMade run = new HandMade();
        for (int i = 0; i < RunJson.MOST_ROWS; i++) {
            run.match(80, i, "a" + i, "b" + i);
            run.failed("a" + i, "b" + i, "timeout");
        }
        assertThat(json(run).get("matches")).hasSize(10_000);
        assertThat(json(run).get("probes")).hasSize(10_000);
        run.failed("a", "b", "timeout");
        assertThat(json(run).get("matches")).hasSize(10_000);
        assertThat(json(run).get("probes").isNull()).isTrue();
        run.match(80, 1, "a", "b");
        assertThat(json(run).get("matches").isNull()).isTrue();
    }

    private static JsonNode json(HandMade run) throws IOException {
        String line = RunJson.line(JudgedRun.of(run.result(), Expected.NOTHING, 1));
        assertThat(line).doesNotContain("\n");
        return new ObjectMapper().readTree(line);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
