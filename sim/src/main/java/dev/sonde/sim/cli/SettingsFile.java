package dev.sonde.sim.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A file of settings, as {@link Properties} reads it, in UTF-8. */
final class SettingsFile {

    private static final long MOST_BYTES = 1 << 20;

    private SettingsFile() {}

    /** @param file the empty path for none */
    static Map<String, String> read(Path file) throws InputException {
        if (file.toString().isEmpty()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw new InputException(file + ": more than 1 MiB is no file of settings");
            }
            try (Reader text = new StringReader(Files.readString(file))) {
                properties.load(text);
            }
        } catch (IOException e) {
            throw InputException.of(e);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> settings.put(key, properties.getProperty(key)));
        return new LinkedHashMap<>(settings);
    }
}
