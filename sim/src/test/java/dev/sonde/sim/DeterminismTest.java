package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.trace.TraceDiff;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Same scenario and seed, same trace: in one JVM, in another with other salts and another heap, on
 * another JDK, one after another and side by side. And the check finds what it looks for: a lobby
 * that depends on hash order is caught, with the first step that differs.
 */
final class DeterminismTest {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));

    /** Of a crowd's file; such files take long and show no more. */
    private static final Pattern COUNT = Pattern.compile("count: *([0-9]+)(k?)");

    private static final int MOST_PEOPLE = 300;
    private static final Pattern JDK = Pattern.compile("(?m)^JAVA_VERSION=\"([0-9]+)");

    /** Another compiler, other identity hashes, another heap; salts differ by themselves. */
    private static final List<String> OTHERWISE = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-Xmx256m");

    @TempDir
    private static Path folder;

    private static List<Path> files = List.of();
    private static Map<String, String> first = Map.of();

    @BeforeAll
    static void runAll() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve("scenarios"))) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(DeterminismTest::isSmall)
                    .sorted()
                    .toList();
        }
        assertThat(files).as("scenarios seen").isNotEmpty();
        first = Digests.of(files);
    }

    private static boolean isSmall(Path file) {
        try {
            Matcher matcher = COUNT.matcher(Files.readString(file));
            long people = 0;
            while (matcher.find()) {
                people +=
                        Long.parseLong(matcher.group(1)) * (matcher.group(2).isEmpty() ? 1 : 1000);
            }
            return people <= MOST_PEOPLE;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void twiceInOneJvm() {
        assertThat(Digests.of(files)).isEqualTo(first);
    }

    @Test
    void sideBySide() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Map<String, String>>> both = new ArrayList<>();
            both.add(two.submit(() -> Digests.of(files)));
            both.add(two.submit(() -> Digests.of(files)));
            for (Future<Map<String, String>> each : both) {
                assertThat(each.get()).isEqualTo(first);
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void inAnotherJvm() throws Exception {
        assertSame(java(Path.of(System.getProperty("java.home"))), OTHERWISE, "other-jvm");
    }

    @Test
    void onANewerJdk() throws Exception {
        Optional<Path> newer = newerJdk();
        if (newer.isEmpty()) {
            System.out.println("no newer JDK beside " + System.getProperty("java.home")
                    + ": determinism between JDKs is not tested here");
            return;
        }
        assertSame(java(newer.get()), List.of("-XX:TieredStopAtLevel=1"), "newer-jdk");
    }

    private static void assertSame(Path java, List<String> flags, String name) throws Exception {
        Path traces = Files.createDirectory(folder.resolve(name));
        Map<String, String> there = Digests.elsewhere(java, flags, traces, files);
        for (Path file : files) {
            String key = file.toString();
            if (!Objects.equals(there.get(key), first.get(key))) {
                Digests.elsewhere(java, flags, traces, List.of(file));
                throw new AssertionError(difference(file, traces));
            }
        }
        assertThat(there).isEqualTo(first);
    }

    /** The first step in which a run here and one elsewhere differ, with both labels. */
    private static String difference(Path file, Path traces) throws IOException {
        RunResult here = Digests.run(file, true);
        Path trace = traces.resolve(file.getFileName() + ".trace");
        try (BufferedReader there = Files.newBufferedReader(trace)) {
            return file + " " + difference("here", Scenes.reader(here), "there", there);
        }
    }

    private static String difference(
            String nameA, BufferedReader traceA, String nameB, BufferedReader traceB)
            throws IOException {
        TraceDiff.Difference difference =
                TraceDiff.compare(nameA, traceA, nameB, traceB).difference();
        return difference == null
                ? "has equal labels, but other fingerprints"
                : "differs first in step " + difference.step() + "\n  " + nameA + ":  "
                        + difference.lineA() + "\n  " + nameB + ": " + difference.lineB();
    }

    /** Goal: an order that comes from identity hashes differs between two runs of one JVM. */
    @Test
    void anOrderByIdentityHashIsCaughtInOneJvmAndTheFirstStepIsNamed() throws IOException {
        String yaml = Scenes.pairUnderTest("by-identity");
        RunResult one = Scenes.run(yaml);
        RunResult other = Scenes.run(yaml);
        // Two entries of a map can come in the right order by luck; the whole run hardly can.
        for (int tries = 0; tries < 20 && digest(one) == digest(other); tries++) {
            other = Scenes.run(yaml);
        }

        assertThat(digest(one)).isNotEqualTo(digest(other));
        assertThat(difference("one", Scenes.reader(one), "other", Scenes.reader(other)))
                .matches("differs first in step \\d+\n  one:  .* effect .*\n  other: .* effect .*");
    }

    /** Goal: an order that comes from a JVM's salt is the same within it, and is caught outside. */
    @Test
    void anOrderBySaltIsCaughtBetweenJvmsAndTheFirstStepIsNamed() throws Exception {
        Path file = folder.resolve("salted.yaml");
        Files.writeString(file, Scenes.pairUnderTest("salted"));
        RunResult here = Digests.run(file, true);
        assertThat(digest(Digests.run(file, true))).isEqualTo(digest(here));
        String found = "";
        // A salt can be the same by luck, so there are some tries.
        for (int tries = 0; tries < 6 && found.isEmpty(); tries++) {
            Path traces = Files.createDirectory(folder.resolve("salted-" + tries));
            Digests.elsewhere(
                    java(Path.of(System.getProperty("java.home"))),
                    List.of("-XX:TieredStopAtLevel=1"),
                    traces,
                    List.of(file));
            String words = difference(file, traces);
            found = words.contains("differs") ? words : "";
        }

        assertThat(found).contains("salted.yaml differs first in step").contains(" effect ");
    }

    private static long digest(RunResult run) {
        return run.trace().digest();
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    /** The newest JDK beside the running one, if it is newer. */
    private static Optional<Path> newerJdk() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        int newest = Runtime.version().feature();
        Optional<Path> found = Optional.empty();
        try (Stream<Path> beside = Files.list(Objects.requireNonNull(home.getParent()))) {
            for (Path each : beside.sorted().toList()) {
                Path release = each.resolve("release");
                if (Files.isRegularFile(release) && Files.isExecutable(java(each))) {
                    Matcher version = JDK.matcher(Files.readString(release));
                    if (version.find() && Integer.parseInt(version.group(1)) > newest) {
                        newest = Integer.parseInt(version.group(1));
                        found = Optional.of(each);
                    }
                }
            }
        }
        return found;
    }
}
