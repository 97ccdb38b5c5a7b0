package dev.sonde.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a source file looks like, where the formatter has no say. */
final class Tidy {

    static final int MAX_COLUMNS = 100;
    static final int MAX_LINES = 350;

    // In two parts, so that this file does not find itself.
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private Tidy() {}

    /** What is untidy in one file, as {@code path:line: what}; the path is as given. */
    static List<String> complaints(String path, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String where = path + ":" + (i + 1) + ": ";
            if (line.length() > MAX_COLUMNS && !line.startsWith("import ")) {
                found.add(where + line.length() + " columns, at most " + MAX_COLUMNS);
            }
            if (line.indexOf('\t') >= 0) {
                found.add(where + "a tab");
            }
            if (UNFINISHED.matcher(line).find()) {
                found.add(where + "unfinished: do it or drop it");
            }
        }
        if (path.contains("src/main") && lines.size() > MAX_LINES) {
            found.add(path + ": " + lines.size() + " lines, at most " + MAX_LINES);
        }
        return found;
    }
}
