package dev.sonde.architecture.planted.bans;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One call of each banned kind; one line each, so that a report names the kind by its line. */
public final class Undetermined {

    private Undetermined() {}

    static long wallClock() {
        return System.nanoTime();
    }

    static UUID chance() {
        return UUID.randomUUID();
    }

    static String thread() {
        return Thread.currentThread().getName();
    }

    static Map<String, String> hashOrder() {
        return new HashMap<>();
    }

    static Set<String> saltedOrder() {
        return Set.of("a", "b", "c", "d");
    }

    static long fileOrder(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    static int identity(Locale.Category category) {
        return category.hashCode();
    }

    static String textOfDouble(double value) {
        return "value " + value;
    }

    static double machineMath(double value) {
        return Math.log(value);
    }

    static WeakReference<String> collector(String text) {
        return new WeakReference<>(text);
    }

    static Locale locale() {
        return Locale.getDefault();
    }
}
