package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * A text.
 *
 * @param pattern what all such texts match, as a regular expression; empty if anything goes
 * @param text true if it is words of the user, which have to be a string wherever they are read
 * @param number true if a plain whole number is such a text too
 */
record ScalarForm<T>(
        String title,
        String pattern,
        boolean text,
        boolean number,
        Parser<T> parser,
        Function<T, String> printer)
        implements Form<T> {

    /** Makes a value of a text, in the light of where it stands. */
    interface Parser<T> {
        /** @throws WordException if the text is not understood */
        @Nullable
        T parse(Node.Scalar scalar, Reading reading);
    }

    static <T> ScalarForm<T> typed(
            String title, String pattern, Function<String, T> parser, Function<T, String> printer) {
        return new ScalarForm<>(
                title,
                pattern,
                false,
                false,
                (scalar, reading) -> parser.apply(scalar.text()),
                printer);
    }

    static ScalarForm<String> words(String title, String pattern, Parser<String> parser) {
        return new ScalarForm<>(title, pattern, true, false, parser, text -> text);
    }

    ScalarForm<T> orNumber() {
        return new ScalarForm<>(title, pattern, text, true, parser, printer);
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Scalar scalar)
                || (scalar.isNull() && !(text && !scalar.text().isEmpty()))) {
            reading.problem(node.at(), "", "expected " + title + ", not " + node.what(), "");
            return null;
        }
        boolean whole = PlainScalars.type(scalar.text()) == PlainScalars.Type.INTEGER;
        if (text
                && scalar.plain()
                && !(number && whole)
                && !PlainScalars.isStringEverywhere(scalar.text())) {
            reading.problem(
                    scalar.at(),
                    scalar.text(),
                    scalar.what() + " is not a string in every version of YAML",
                    "write \"" + Problem.shown(scalar.text()) + "\"");
            return null;
        }
        try {
            return parser.parse(scalar, reading);
        } catch (WordException e) {
            boolean oneLine = scalar.text().indexOf('\n') < 0;
            Node.Position at = oneLine ? scalar.textAt().plus(e.offset()) : scalar.at();
            reading.problem(at, scalar.text(), e.problem(), e.help());
            return null;
        }
    }

    @Override
    public Node write(T value) {
        String printed = printer.apply(value);
        return text ? Node.Scalar.quoted(printed) : Node.Scalar.plain(printed);
    }
}
