package dev.sonde.sim.scenario;

import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.Series;
import dev.sonde.sim.network.ice.IceProfile;
import dev.sonde.sim.network.ice.IceProfiles;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** CSV files that a scenario names: a matrix of round-trip times, recorded arrivals. */
final class DataFiles {

    static final ScalarForm<RttMatrix> MATRIX = new ScalarForm<>(
            "the name of a CSV file",
            "[^/\\\\].*",
            true,
            false,
            (scalar, reading) -> matrix(scalar.text(), reading),
            RttMatrix::file);

    static final ScalarForm<IceProfile> ICE = new ScalarForm<>(
            "one of " + String.join(", ", IceProfiles.BUILT_IN) + ", or the name of a file",
            "[^/\\\\].*",
            true,
            false,
            (scalar, reading) -> ice(scalar.text(), reading),
            IceProfile::name);

    private static final List<String> COLUMNS = List.of("id", "at_ms", "profile", "server_rtt_ms");

    private DataFiles() {}

    private static @Nullable CsvTable open(String name, Reading reading) {
        Path file = GuardedFiles.below(reading.folder(), name);
        try {
            return CsvTable.read(name, GuardedFiles.data(file, name), reading);
        } catch (ScenarioException e) {
            e.problems().forEach(reading::problem);
            return null;
        }
    }

    /**
     * Delays that a link plays again and again.
     *
     * @throws IllegalArgumentException if there is no such file below the folder, or not of numbers
     */
    static Series series(Path folder, String name) {
        try {
            return Series.parse(name, GuardedFiles.data(GuardedFiles.below(folder, name), name));
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static @Nullable IceProfile ice(String name, Reading reading) {
        if (IceProfiles.BUILT_IN.contains(name)) {
            return IceProfiles.builtIn(name);
        }
        if (name.matches("[a-z-]+")) {
            throw new WordException(
                    "no ICE profile is called '" + Problem.shown(name) + "'",
                    NearestWord.help(name, IceProfiles.BUILT_IN));
        }
        Path file = GuardedFiles.below(reading.folder(), name);
        try {
            return IceProfiles.parse(name, GuardedFiles.data(file, name));
        } catch (ScenarioException e) {
            e.problems().forEach(reading::problem);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            reading.problem(new Problem(
                    name,
                    0,
                    0,
                    "",
                    "",
                    why,
                    "docs/network-model.md lists all keys of an ICE profile"));
        }
        return null;
    }

    /** Names in the first row and before each row are optional. */
    private static @Nullable RttMatrix matrix(String name, Reading reading) {
        CsvTable table = open(name, reading);
        if (table == null) {
            return null;
        }
        List<CsvTable.Row> rows = new ArrayList<>(table.rows());
        List<String> regions = new ArrayList<>();
        if (!rows.isEmpty() && rows.get(0).cells().stream().noneMatch(CsvTable::isNumber)) {
            regions.addAll(rows.remove(0).cells());
            regions.removeIf(String::isEmpty);
        }
        boolean named = !regions.isEmpty();
        int size = rows.size();
        long[][] rtts = new long[size][size];
        boolean whole = size > 0;
        for (int i = 0; i < size; i++) {
            CsvTable.Row row = rows.get(i);
            boolean labelled = !CsvTable.isNumber(row.cells().get(0));
            int skip = labelled ? 1 : 0;
            if (!named) {
                regions.add(labelled ? row.cells().get(0) : Integer.toString(i + 1));
            }
            if (row.cells().size() - skip != size) {
                table.problem(
                        row,
                        0,
                        row.cells().size() - skip + " numbers in a matrix of " + size + " rows",
                        "give each row as many numbers as there are rows");
                return null;
            }
            for (int j = 0; j < size && whole; j++) {
                Long nanos = table.millis(row, j + skip);
                whole = nanos != null;
                rtts[i][j] = nanos == null ? 0 : nanos;
            }
        }
        if (size == 0) {
            table.problem("has no rows", "write one row of milliseconds for each region");
        } else if (regions.size() != size) {
            table.problem(
                    regions.size() + " names for " + size + " rows",
                    "name each region once in the first row");
            return null;
        }
        return whole ? new RttMatrix(name, regions, rtts) : null;
    }

    /** Columns {@code id,at_ms[,profile][,server_rtt_ms]}, by their names in the first row. */
    static Arrivals.@Nullable Recorded arrivals(String name, Reading reading) {
        CsvTable table = open(name, reading);
        if (table == null) {
            return null;
        }
        if (table.rows().isEmpty()) {
            table.problem("has no rows", "begin with the columns " + String.join(",", COLUMNS));
            return null;
        }
        CsvTable.Row header = table.rows().get(0);
        if (!areColumns(header, table)) {
            return null;
        }
        ArrivalRows rows = new ArrivalRows(header.cells(), table, reading);
        for (CsvTable.Row row : table.rows().subList(1, table.rows().size())) {
            if (reading.isFull()) {
                return null;
            }
            rows.add(row);
        }
        return rows.isWhole() ? new Arrivals.Recorded(name, rows.people()) : null;
    }

    private static boolean areColumns(CsvTable.Row header, CsvTable table) {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String column = header.cells().get(i);
            if (!COLUMNS.contains(column) || !seen.add(column)) {
                table.problem(
                        header,
                        i,
                        "'" + Problem.shown(column) + "' is no column of arrivals",
                        NearestWord.help(column, COLUMNS));
                return false;
            }
        }
        if (!seen.contains("id") || !seen.contains("at_ms")) {
            table.problem(
                    header,
                    0,
                    "the columns id and at_ms must be there",
                    "begin with the line id,at_ms");
            return false;
        }
        return true;
    }

    /** Collects rows and holds them against each other. */
    private static final class ArrivalRows {

        private final List<String> columns;
        private final CsvTable table;
        private final Reading reading;
        private final Set<String> ids = new LinkedHashSet<>();
        private final List<Arrivals.Arrival> people = new ArrayList<>();
        private boolean whole = true;
        private long lastNanos;

        ArrivalRows(List<String> columns, CsvTable table, Reading reading) {
            this.columns = columns;
            this.table = table;
            this.reading = reading;
        }

        boolean isWhole() {
            return whole;
        }

        List<Arrivals.Arrival> people() {
            return people;
        }

        void add(CsvTable.Row row) {
            if (row.cells().size() != columns.size()) {
                refuse(
                        row,
                        0,
                        row.cells().size() + " cells under " + columns.size() + " columns",
                        "write one value for each column, or none between its commas");
                return;
            }
            int idAt = columns.indexOf("id");
            int timeAt = columns.indexOf("at_ms");
            String id = row.cells().get(idAt);
            Long at = table.millis(row, timeAt);
            if (!SubjectId.isValid(id) || !ids.add(id)) {
                refuse(
                        row,
                        idAt,
                        "'" + Problem.shown(id) + "' is "
                                + (ids.contains(id) ? "there twice" : "not an id"),
                        "ids are 1 to 64 of 0-9 A-Z a-z . _ -, each once");
            }
            if (at != null && at < lastNanos) {
                refuse(row, timeAt, "arrives before the row above it", "sort the rows by at_ms");
            }
            OptionalLong serverRtt = serverRtt(row);
            whole &= at != null;
            if (at != null) {
                lastNanos = at;
                people.add(new Arrivals.Arrival(id, at, profile(row), serverRtt));
            }
        }

        private OptionalLong serverRtt(CsvTable.Row row) {
            int column = columns.indexOf("server_rtt_ms");
            if (column < 0 || row.cells().get(column).isEmpty()) {
                return OptionalLong.empty();
            }
            Long nanos = table.millis(row, column);
            whole &= nanos != null;
            return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
        }

        private String profile(CsvTable.Row row) {
            int column = columns.indexOf("profile");
            String profile = column < 0 ? "" : row.cells().get(column);
            if (!profile.isEmpty()) {
                reading.names()
                        .refer(
                                Names.Kind.PROFILE,
                                profile,
                                (message, help) -> table.problem(row, column, message, help));
            }
            return profile;
        }

        private void refuse(CsvTable.Row row, int cell, String message, String help) {
            whole = false;
            table.problem(row, cell, message, help);
        }
    }
}
