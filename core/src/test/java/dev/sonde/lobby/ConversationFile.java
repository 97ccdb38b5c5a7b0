package dev.sonde.lobby;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of conversations, each under a line that begins with {@code #} and says its claim. */
final class ConversationFile {

    /** @param text the lines below the claim, without blank ones, each ended */
    record Section(String claim, String text) {}

    private ConversationFile() {}

    static Path root() {
        return Path.of(System.getProperty("sonde.root", ".."));
    }

    static List<Path> all() {
        try (Stream<Path> files =
                Files.list(root().resolve("core/src/test/resources/conversations"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Section> read(Path file) {
        List<Section> sections = new ArrayList<>();
        String claim = "";
        StringBuilder text = new StringBuilder();
        for (String line : lines(file)) {
            if (line.startsWith("# ")) {
                if (!claim.isEmpty()) {
                    sections.add(new Section(claim, text.toString()));
                }
                claim = line.substring(2);
                text.setLength(0);
            } else if (!line.isBlank()) {
                text.append(line).append('\n');
            }
        }
        sections.add(new Section(claim, text.toString()));
        return sections;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, List<Section> sections) {
        List<String> texts = sections.stream()
                .map(section -> "# " + section.claim() + "\n" + section.text())
                .toList();
        try {
            Files.writeString(file, String.join("\n", texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
