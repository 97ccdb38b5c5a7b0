package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A YAML or JSON document as a tree in which everything knows where it stands. */
sealed interface Node {

    Position at();

    /** What it is, for people. */
    String what();

    /**
     * Line and column in the file, both from 1; columns count code points.
     *
     * @param line 0 for what no file says
     */
    record Position(int line, int column) {

        static final Position NOWHERE = new Position(0, 0);

        Position plus(int columns) {
            return new Position(line, column + columns);
        }
    }

    /**
     * A text, number or truth value.
     *
     * @param plain true if it has no quotes, so that its type follows from its looks
     */
    record Scalar(String text, boolean plain, Position at) implements Node {

        static Scalar plain(String text) {
            return new Scalar(text, true, Position.NOWHERE);
        }

        static Scalar quoted(String text) {
            return new Scalar(text, false, Position.NOWHERE);
        }

        /** Where the text itself begins, after an opening quote. */
        Position textAt() {
            return plain ? at : at.plus(1);
        }

        boolean isNull() {
            return plain && PlainScalars.type(text) == PlainScalars.Type.NULL;
        }

        @Override
        public String what() {
            return isNull() ? "nothing" : "'" + Problem.shown(text) + "'";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Position at) implements Node {

        @Override
        public String what() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file, each key once. */
    record Mapping(List<Entry> entries, Position at) implements Node {

        @Nullable
        Entry find(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry;
                }
            }
            return null;
        }

        @Nullable
        Node get(String key) {
            Entry entry = find(key);
            return entry == null ? null : entry.value();
        }

        @Override
        public String what() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}
}
