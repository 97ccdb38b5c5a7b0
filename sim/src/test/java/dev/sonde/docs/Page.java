package dev.sonde.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One page of Markdown.
 *
 * @param file where it is
 * @param lines its text
 */
record Page(Path file, List<String> lines) {

    /** Surefire names the project's folder; an IDE starts tests in the module's. */
    static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?:^|`)\\./sonde ([^`]+)");
    private static final String FENCE = "```";

    static Page read(String path) {
        try {
            Path file = ROOT.resolve(path);
            return new Page(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** README and every page of docs. */
    static List<Page> all() throws IOException {
        List<Page> pages = new ArrayList<>(List.of(read("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> pages.add(read(ROOT.relativize(file).toString())));
        }
        return pages;
    }

    /** Targets of links that are no addresses of the web. */
    List<String> links() {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    /** What is given to {@code ./sonde}, without redirections and comments, as words. */
    List<List<String>> commands() {
        return lines.stream()
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(MatchResult::group)
                .map(text -> text.replaceFirst("^`?\\./sonde ", "").replaceFirst("\\s+[>#].*$", ""))
                .map(text -> List.of(text.strip().split("\\s+")))
                .toList();
    }

    /** The text of each fenced block in this language. */
    List<List<String>> blocks(String language) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> open = null;
        for (String line : lines) {
            if (open != null && line.equals(FENCE)) {
                blocks.add(open);
                open = null;
            } else if (open != null) {
                open.add(line);
            } else if (line.equals(FENCE + language)) {
                open = new ArrayList<>();
            }
        }
        return blocks;
    }

    /** The cells of each row of a table whose head begins with this cell. */
    List<List<String>> table(String firstHead) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            List<String> cells = cells(line);
            if (cells.isEmpty()) {
                inside = false;
            } else if (inside && !line.startsWith("|---")) {
                rows.add(cells);
            } else if (cells.get(0).equals(firstHead)) {
                inside = true;
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        String inner = line.substring(1, line.length() - 1);
        return Stream.of(inner.split("\\|")).map(String::strip).toList();
    }

    boolean hasHeading(String text) {
        return lines.stream().anyMatch(line -> line.matches("#+ " + Pattern.quote(text)));
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
