package dev.sonde.sim.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.trace.Decimals;

import java.io.IOException;
import java.io.Writer;

/**
 * Runs as CSV: one row for each person, match and probe. {@code kind} says which; a column that
 * says nothing about a kind is empty in its rows. Times are milliseconds from the start of the run,
 * except {@code open_after_ms}, which counts from {@code probe_start}; {@code rtt_ms} of a person
 * is the base of its own round-trip times. Members are separated by {@code +}, which no id
 * contains.
 */
public final class RowsCsv implements AutoCloseable {

    private static final String[] COLUMNS = {
        "scenario",
        "seed",
        "kind",
        "members",
        "outcome",
        "phase",
        "rtt_ms",
        "true_rtt_ms",
        "candidate_type",
        "at_ms",
        "start_ms",
        "open_after_ms",
        "end_ms",
        "group",
        "profile",
        "nat",
        "matched_ms",
        "abandoned"
    };

    private final CsvGenerator csv;

    /** Writes the head; leaves it to the caller to close the writer. */
    public RowsCsv(Writer out) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder();
        for (String column : COLUMNS) {
            schema.addColumn(column);
        }
        csv = new CsvFactory().createGenerator(out);
        csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
        csv.setSchema(schema.build().withHeader().withLineSeparator("\n"));
    }

    /** Adds all rows of a run: people, then matches, then probes. */
    public void add(JudgedRun run) throws IOException {
        RunResult result = run.result();
        for (PersonRow person : result.people()) {
            begin(result, "person", person.id());
            text("outcome", person.end());
            millis("rtt_ms", person.ownRttNanos());
            millis("at_ms", person.firstJoinNanos());
            text("group", person.group());
            text("profile", person.profile());
            text("nat", person.nat());
            millis("matched_ms", person.matchedNanos());
            text("abandoned", Boolean.toString(person.abandoned()));
            csv.writeEndObject();
        }
        for (MatchRow match : result.matches()) {
            begin(result, "match", String.join("+", match.members()));
            text("outcome", match.cancelled() ? "cancelled" : "stood");
            number("rtt_ms", match.rttMillis());
            millis("at_ms", match.atNanos());
            csv.writeEndObject();
        }
        for (ProbeRow probe : result.probes()) {
            begin(result, "probe", probe.memberA() + '+' + probe.memberB());
            text("outcome", probe.outcome());
            text("phase", probe.phase());
            number("rtt_ms", probe.rttMillis());
            millis("true_rtt_ms", probe.trueRttNanos());
            text("candidate_type", probe.candidateType());
            millis("at_ms", probe.createdNanos());
            millis("start_ms", probe.startNanos());
            millis("open_after_ms", RunJson.openAfterStart(probe));
            millis("end_ms", probe.endNanos());
            csv.writeEndObject();
        }
    }

    private void begin(RunResult run, String kind, String members) throws IOException {
        csv.writeStartObject();
        text("scenario", run.scenario());
        text("seed", Long.toString(run.seed()));
        text("kind", kind);
        text("members", members);
    }

    private void text(String column, String value) throws IOException {
        if (!value.isEmpty()) {
            csv.writeStringField(column, value);
        }
    }

    private void millis(String column, long nanos) throws IOException {
        if (nanos >= 0) {
            csv.writeStringField(column, Decimals.millis(nanos));
        }
    }

    private void number(String column, double value) throws IOException {
        if (!Double.isNaN(value)) {
            csv.writeStringField(column, Decimals.text(value));
        }
    }

    /** Writes what is still held back. */
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
