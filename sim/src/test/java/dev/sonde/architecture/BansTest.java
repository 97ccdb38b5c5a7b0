package dev.sonde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.Logger;

import dev.sonde.architecture.planted.bans.Undetermined;

import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of banned calls finds one call of each kind. That the main code has none is checked by
 * the build itself.
 */
class BansTest {

    private static final Path BANS =
            Path.of(System.getProperty("sonde.root", ".."), ".mvn", "bans-for-determinism.txt");

    private static final String HASH_ORDER = "[Iteration order is salted or depends on hashes";
    private static final String SET_OF_FOUR = "java.util.Set#of(java.lang.Object,java.lang.Object,"
            + "java.lang.Object,java.lang.Object)";

    @Test
    void eachKindOfBanFindsItsPlantedCall() throws Exception {
        assertThat(check(Undetermined.class))
                .containsExactly(
                        "java.lang.System#nanoTime() [Wall clock",
                        "java.util.UUID#randomUUID() [Chance",
                        "java.lang.Thread [Threads, locks and sleeping",
                        "java.util.HashMap#<init>() " + HASH_ORDER,
                        SET_OF_FOUR + " " + HASH_ORDER,
                        "java.nio.file.Files#list(java.nio.file.Path) [The order is not defined",
                        "java.lang.Enum#hashCode() [Identity hash codes differ from run to run",
                        "java.lang.StringBuilder#append(double)"
                                + " [The text of a double differs between JDKs",
                        "java.lang.Math#log(double) [Results differ between machines",
                        "java.lang.ref.WeakReference"
                                + " [A run depends on its scenario and seed only",
                        "java.util.Locale#getDefault() [Default locale, zone or charset");
    }

    @Test
    void cleanCodeIsNoFinding() throws Exception {
        assertThat(check(Tidy.class)).isEmpty();
    }

    /** What is banned in one class: the call and why, up to the advice, in source order. */
    private static List<String> check(Class<?> type) throws Exception {
        Findings findings = new Findings();
        Checker checker = new Checker(
                findings,
                Objects.requireNonNull(type.getClassLoader()),
                Checker.Option.FAIL_ON_UNRESOLVABLE_SIGNATURES,
                Checker.Option.FAIL_ON_MISSING_CLASSES);
        checker.parseSignaturesFile(BANS.toFile());
        String resource = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(resource)) {
            checker.streamReadClassToCheck(Objects.requireNonNull(bytes), type.getName());
        }
        checker.run();
        return List.copyOf(findings.found);
    }

    /** Keeps what is said about calls; leaves out where, and what is said twice. */
    private static final class Findings implements Logger {

        private static final Pattern CALL = Pattern.compile("Forbidden [a-z/ ]+: ([^:]*):.*");

        private final Set<String> found = new LinkedHashSet<>();

        @Override
        public void error(String message) {
            warn(message);
        }

        @Override
        public void warn(String message) {
            Matcher call = CALL.matcher(message);
            if (call.matches()) {
                found.add(call.group(1));
            } else if (!message.startsWith("  in ")) {
                found.add(message);
            }
        }

        @Override
        public void info(String message) {}

        @Override
        public void debug(String message) {}
    }
}
