package dev.sonde.bench.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was reached, to be kept.
 *
 * @param java feature number of the JDK that it was measured with
 * @param processor that it was measured on
 * @param entries by the ids of the checks
 */
record Baseline(int java, String processor, Map<String, Entry> entries) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What one check gave.
     *
     * @param bytes allocated in one operation
     * @param ratio of its time to that beside it; not a number if there is none
     */
    record Entry(double bytes, double ratio) {}

    static int javaHere() {
        return Runtime.version().feature();
    }

    boolean isOfThisJava() {
        return java == javaHere();
    }

    boolean isOfThisMachine() {
        return isOfThisJava() && processor.equals(Machine.processorHere());
    }

    /** True if there is all that the check compares with. */
    boolean has(Check check) {
        Entry entry = entry(check.id());
        return !Double.isNaN(entry.bytes()) && !(check.hasRatio() && Double.isNaN(entry.ratio()));
    }

    Entry entry(String id) {
        return entries.getOrDefault(id, new Entry(Double.NaN, Double.NaN));
    }

    static Baseline read(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(file));
        Map<String, Entry> entries = new LinkedHashMap<>();
        root.path("checks")
                .forEachEntry((id, check) -> entries.put(
                        id,
                        new Entry(
                                check.path("bytes").asDouble(),
                                check.path("ratio").asDouble(Double.NaN))));
        return new Baseline(root.path("java").asInt(), root.path("processor").asText(), entries);
    }

    void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("java", java).put("processor", processor);
        ObjectNode checks = root.putObject("checks");
        entries.forEach((id, entry) -> {
            ObjectNode check = checks.putObject(id).put("bytes", rounded(entry.bytes(), 10));
            if (!Double.isNaN(entry.ratio())) {
                check.put("ratio", rounded(entry.ratio(), 100));
            }
        });
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        Files.writeString(file, text + "\n");
    }

    private static double rounded(double value, double steps) {
        return Math.rint(value * steps) / steps;
    }
}
