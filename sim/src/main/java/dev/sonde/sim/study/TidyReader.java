package dev.sonde.sim.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads what {@link TidyCsv} wrote, also a part of it: a file that ends in the middle of a run has
 * the runs before it. Which metrics a run has, the first one tells; so a part of a first run looks
 * like a run with fewer metrics.
 */
public final class TidyReader {

    private static final String GZIP = ".gz";

    private final Path file;
    private final List<String> keys = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Map<Setting, Integer> settings = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private String version = "";

    /** A line that is too short; only the last one may be, where a file was cut off. */
    private int shortLine;

    /** The run whose rows are being read, with what it has so far. */
    private @Nullable List<String> current;

    private final List<Measure> currentMeasures = new ArrayList<>();
    private final List<Double> currentValues = new ArrayList<>();
    private boolean currentIsOfBound;

    private TidyReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file; its settings are in the order in which they first stand there.
     *
     * @param file gzip if its name ends in {@code .gz}
     * @throws IOException with a sentence for the user, if it cannot be read or has no such rows
     */
    public static Results read(Path file) throws IOException {
        TidyReader reader = new TidyReader(file);
        try (InputStream in = Files.newInputStream(file)) {
            reader.readAll(file.toString().endsWith(GZIP) ? new GZIPInputStream(in) : in);
        } catch (EOFException cutOff) { // of a gzip stream: what is there is there
            return reader.results();
        }
        return reader.results();
    }

    private void readAll(InputStream in) throws IOException {
        Bytes bytes = new Bytes(in);
        CsvMapper mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.WRAP_AS_ARRAY);
        try (MappingIterator<String[]> rows = mapper.readerFor(String[].class)
                .readValues(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            if (!rows.hasNextValue()) {
                throw wrong(1, "is empty; the first line names the columns");
            }
            head(List.of(rows.nextValue()));
            int line = 1;
            while (rows.hasNextValue()) {
                line++;
                row(line, List.of(rows.nextValue()));
            }
            if (bytes.last != '\n') { // the last value may be half of what it was
                forget();
            }
        } catch (JsonProcessingException e) {
            forget();
            if (bytes.last != '\n') { // in the middle of quotes
                return;
            }
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        } finally {
            end();
        }
    }

    private void head(List<String> columns) throws IOException {
        int first = TidyCsv.BEFORE.size();
        int last = columns.size() - TidyCsv.AFTER.size();
        if (last < first
                || !columns.subList(0, first).equals(TidyCsv.BEFORE)
                || !columns.subList(last, columns.size()).equals(TidyCsv.AFTER)) {
            throw wrong(
                    1,
                    "does not name the columns of a study: "
                            + String.join(",", TidyCsv.BEFORE)
                            + ",(varied keys),"
                            + String.join(",", TidyCsv.AFTER));
        }
        keys.addAll(columns.subList(first, last));
    }

    private void row(int line, List<String> fields) throws IOException {
        int before = TidyCsv.BEFORE.size() + keys.size();
        if (shortLine > 0) {
            throw wrong(shortLine, "has not as many fields as the first line");
        }
        if (fields.size() != before + TidyCsv.AFTER.size()) {
            shortLine = line;
            return;
        }
        List<String> run = List.copyOf(fields.subList(0, before));
        if (!run.equals(current)) {
            end();
            current = run;
        }
        try {
            boolean isOfBound = fields.get(before + 1).equals(Measure.OF_BOUND);
            currentIsOfBound |= isOfBound;
            currentMeasures.add(
                    new Measure(fields.get(before), isOfBound ? "share" : fields.get(before + 1)));
            currentValues.add(Numbers.parse(fields.get(before + 2)));
        } catch (NumberFormatException e) {
            throw new IOException(
                    file + ":" + line + ": '" + fields.get(before + 2) + "' is no number", e);
        }
    }

    private IOException wrong(int line, String what) {
        return new IOException(file + ":" + line + ": this line " + what);
    }

    /** Takes the run whose rows have been read, if it has a row for each metric. */
    private void end() throws IOException {
        List<String> run = current;
        if (run != null) {
            if (measures.isEmpty()) {
                measures.addAll(currentMeasures);
            }
            if (currentMeasures.equals(measures)) {
                take(run);
            }
        }
        forget();
    }

    private void forget() {
        current = null;
        currentMeasures.clear();
        currentValues.clear();
        currentIsOfBound = false;
    }

    /** Bytes, and which was the last one. */
    private static final class Bytes extends FilterInputStream {

        private int last = '\n';

        Bytes(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            last = one < 0 ? last : one;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            last = count > 0 ? bytes[from + count - 1] : last;
            return count;
        }
    }

    private void take(List<String> fields) throws IOException {
        if (!version.isEmpty() && !version.equals(fields.get(2))) {
            throw new IOException(file + ": has rows of version " + version + " and of version "
                    + fields.get(2) + ", which do not go together");
        }
        version = fields.get(2);
        Setting setting =
                new Setting(fields.get(1), fields.subList(TidyCsv.BEFORE.size(), fields.size()));
        int place = settings.computeIfAbsent(setting, unknown -> settings.size());
        double[] values =
                currentValues.stream().mapToDouble(Double::doubleValue).toArray();
        try {
            runs.add(new Run(
                    Long.parseLong(fields.get(0)),
                    place,
                    Long.parseLong(fields.get(3)),
                    fields.get(4),
                    values,
                    currentIsOfBound));
        } catch (NumberFormatException e) {
            throw new IOException(
                    file + ": '" + fields.get(0) + "' or '" + fields.get(3)
                            + "' is no whole number, as run and seed are",
                    e);
        }
    }

    private Results results() {
        return new Results(
                new Design(version, keys, List.copyOf(settings.keySet()), measures), runs);
    }
}
