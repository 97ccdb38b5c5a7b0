package dev.sonde.sim.cli;

import java.util.ArrayList;
import java.util.List;

/** A command as one text, as its words; what stands between quotes is one. */
final class CommandWords {

    private CommandWords() {}

    /** @throws InputException if it is empty, or a quote is not closed */
    static List<String> split(String line) throws InputException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new InputException("--sut: a quote " + quote + " is not closed in: " + line);
        }
        if (begun) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new InputException("--sut: no command is given");
        }
        return words;
    }
}
