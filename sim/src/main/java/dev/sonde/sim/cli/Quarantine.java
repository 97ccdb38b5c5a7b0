package dev.sonde.sim.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Failures that are known and accepted for now: a file of lines {@code FILE CLAIM REASON…}, with
 * {@code #} before comments. The claim is {@code -} where something else than a claim fails.
 */
final class Quarantine {

    /** Stands for a claim where none was violated. */
    static final String NO_CLAIM = "-";

    private static final int PARTS = 3;

    private record Entry(String file, String claim, String reason) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<Entry> used = new LinkedHashSet<>();

    /** @throws InputException if the file cannot be read, or a line is no entry */
    static Quarantine read(@Nullable Path file) throws InputException {
        Quarantine quarantine = new Quarantine();
        if (file == null) {
            return quarantine;
        }
        InputFiles.check(file);
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    quarantine.entries.add(entry(file, number, text));
                }
            }
        } catch (IOException e) {
            throw InputException.of(e);
        }
        return quarantine;
    }

    private static Entry entry(Path file, int number, String line) throws InputException {
        String[] parts = line.split("\\s+", PARTS);
        if (parts.length < PARTS) {
            throw new InputException(file + ":" + number + ": '" + line + "' has no reason;"
                    + " write a scenario file, a claim (or -) and why its failure is accepted");
        }
        return new Entry(parts[0], parts[1], parts[2]);
    }

    /** Why this failure is accepted; null if it is not. */
    @Nullable
    String reason(String file, String claim) {
        for (Entry entry : entries) {
            if (file.endsWith(entry.file) && entry.claim.equals(claim)) {
                used.add(entry);
                return entry.reason;
            }
        }
        return null;
    }

    /** Entries of failures that did not happen, so that they can be taken out. */
    List<String> unused() {
        return entries.stream()
                .filter(entry -> !used.contains(entry))
                .map(entry -> entry.file + " " + entry.claim)
                .toList();
    }
}
