package dev.sonde.bench.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where it was measured.
 *
 * @param processor its model
 * @param cores that the JVM sees
 * @param memoryGiB of the machine
 * @param java the JVM
 * @param system kernel and architecture
 * @param versions of the others, by their names
 */
record Machine(
        String processor,
        int cores,
        long memoryGiB,
        String java,
        String system,
        Map<String, String> versions) {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final long KIB_PER_GIB = 1 << 20;

    static Machine here(List<Measured> all) {
        String memory = line(MEMORY, "MemTotal").replaceAll("[^0-9]", "");
        return new Machine(
                processorHere(),
                Runtime.getRuntime().availableProcessors(),
                memory.isEmpty() ? 0 : Math.round(Long.parseLong(memory) / (double) KIB_PER_GIB),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                versions(all));
    }

    /** The model; empty where nobody tells. */
    static String processorHere() {
        return line(CPU, "model name").replaceAll(".*: *", "");
    }

    private static String line(Path file, String beginning) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(beginning)).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** What programs say of themselves, and the libraries that this was built with. */
    private static Map<String, String> versions(List<Measured> all) {
        Map<String, String> versions = new TreeMap<>();
        Properties built = new Properties();
        try (InputStream file = Machine.class.getResourceAsStream("versions.properties")) {
            if (file != null) {
                built.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        built.forEach((name, version) -> versions.put(name.toString(), version.toString()));
        for (Measured measured : all) {
            measured.versions().forEach((arm, version) -> {
                if (!version.isEmpty() && !version.startsWith("JDK")) {
                    versions.put(arm, version.substring(version.lastIndexOf(' ') + 1));
                }
            });
        }
        return versions;
    }
}
