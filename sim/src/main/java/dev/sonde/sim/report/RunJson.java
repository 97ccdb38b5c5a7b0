package dev.sonde.sim.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.Metrics;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.TraceText;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * One run as one JSON object on one line, for programs. Names, order and nulls of its fields are
 * part of the scenario format's contract.
 */
public final class RunJson {

    /** An array with more rows is null; CSV has them all. */
    static final int MOST_ROWS = 10_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private RunJson() {}

    /** The object, without a line break. */
    public static String line(JudgedRun run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(run, json);
        } catch (IOException e) {
            throw new AssertionError("a string cannot fail to take text", e);
        }
        return text.toString();
    }

    private static void write(JudgedRun run, JsonGenerator json) throws IOException {
        RunResult result = run.result();
        json.writeStartObject();
        json.writeStringField("scenario", result.scenario());
        json.writeNumberField("seed", result.seed());
        json.writeStringField("verdict", result.verdict().name());
        json.writeBooleanField("asExpected", run.asExpected());
        json.writeStringField("limitHit", result.limitHit());
        claims(result.claims(), json);
        expectations(run.expectations(), json);
        json.writeStringField("digest", TraceText.hex(result.trace().digest()));
        json.writeNumberField("events", result.events());
        millis("simulatedMillis", result.simulatedNanos(), json);
        millis("wallMillis", run.wallNanos(), json);
        matches(run.metrics().facts().matches(), json);
        probes(result.probes(), json);
        metrics(run.metrics(), json);
        json.writeEndObject();
    }

    private static void claims(List<ClaimResult> claims, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("claims");
        for (ClaimResult claim : claims) {
            boolean broken = claim.verdict() == Verdict.VIOLATED;
            json.writeStartObject();
            json.writeStringField("name", claim.name());
            json.writeStringField("kind", claim.kind().text());
            json.writeStringField("verdict", claim.verdict().name());
            if (broken) {
                json.writeNumberField("event", claim.event());
            } else {
                json.writeNullField("event");
            }
            millis("atMillis", broken ? claim.atNanos() : -1, json);
            json.writeStringField("why", claim.why().isEmpty() ? null : claim.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void expectations(List<Expectation> expectations, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("expectations");
        for (Expectation expectation : expectations) {
            json.writeStartObject();
            json.writeStringField("what", expectation.what());
            json.writeStringField("expected", expectation.expected());
            json.writeStringField("actual", expectation.actual());
            json.writeBooleanField("met", expectation.met());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void matches(List<MatchRow> matches, JsonGenerator json) throws IOException {
        if (matches.size() > MOST_ROWS) {
            json.writeNullField("matches");
            return;
        }
        json.writeArrayFieldStart("matches");
        for (MatchRow match : matches) {
            json.writeStartObject();
            members(match.members(), json);
            number("rttMillis", match.rttMillis(), json);
            millis("atMillis", match.atNanos(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void probes(List<ProbeRow> probes, JsonGenerator json) throws IOException {
        if (probes.size() > MOST_ROWS) {
            json.writeNullField("probes");
            return;
        }
        json.writeArrayFieldStart("probes");
        for (ProbeRow probe : probes) {
            json.writeStartObject();
            members(List.of(probe.memberA(), probe.memberB()), json);
            json.writeStringField("outcome", probe.outcome());
            json.writeStringField("phase", probe.phase());
            number("rttMillis", probe.rttMillis(), json);
            millis("trueRttMillis", probe.trueRttNanos(), json);
            json.writeStringField(
                    "candidateType",
                    probe.candidateType().isEmpty() ? null : probe.candidateType());
            millis("openMillis", openAfterStart(probe), json);
            millis("endMillis", probe.endNanos(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** From {@code probe_start} until both data channels were open, in nanoseconds; -1 if never. */
    static long openAfterStart(ProbeRow probe) {
        return probe.openNanos() < 0 || probe.startNanos() < 0
                ? -1
                : probe.openNanos() - probe.startNanos();
    }

    private static void metrics(Metrics metrics, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("metrics");
        for (Metrics.Value value : metrics.values()) {
            number(value.metric().name(), value.number(), json);
        }
        json.writeEndObject();
    }

    private static void members(List<String> members, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("members");
        for (String member : members.stream().sorted().toList()) {
            json.writeString(member);
        }
        json.writeEndArray();
    }

    /** Milliseconds; null for a negative number, which stands for "never". */
    private static void millis(String name, long nanos, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (nanos < 0) {
            json.writeNull();
        } else {
            json.writeNumber(Decimals.millis(nanos));
        }
    }

    /** Null for NaN. */
    private static void number(String name, double value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Decimals.text(value));
        }
    }
}
