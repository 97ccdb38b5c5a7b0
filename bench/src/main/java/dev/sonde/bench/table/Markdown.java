package dev.sonde.bench.table;

/** A text of Markdown in the making. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    /** Text and an empty line behind it. */
    Markdown block(String words) {
        text.append(words).append("\n\n");
        return this;
    }

    Markdown line(String words) {
        text.append(words).append('\n');
        return this;
    }

    /** The first rows of a table. */
    Markdown head(String columns, String alignment) {
        return line(columns).line(alignment);
    }

    Markdown row(String... cells) {
        return line("| " + String.join(" | ", cells) + " |");
    }

    Markdown end() {
        return line("");
    }

    String text() {
        return text.toString();
    }
}
