package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

/** A whole number without unit, as JSON writes it. */
record IntegerForm(String title) implements Form<Long> {

    private static final int LONGEST = 20;

    @Override
    public @Nullable Long read(Node node, Reading reading) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            reading.problem(node.at(), "", "expected " + title + ", not " + node.what(), "");
            return null;
        }
        String text = scalar.text();
        if (!scalar.plain() || !text.matches("-?(0|[1-9][0-9]*)")) {
            reading.problem(scalar.textAt(), text,
                    scalar.what() + (scalar.plain() ? " is not " : " is a text, not ") + title,
                    "write digits only, without quotes");
            return null;
        }
        try {
            return text.length() > LONGEST ? tooLarge(scalar, reading) : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return tooLarge(scalar, reading);
        }
    }

    private static @Nullable Long tooLarge(Node.Scalar scalar, Reading reading) {
        reading.problem(scalar.at(), scalar.text(), scalar.what() + " is too large a number",
                "write at most " + Long.MAX_VALUE);
        return null;
    }

    @Override
    public Node write(Long value) {
        return Node.Scalar.plain(Long.toString(value));
    }
}
