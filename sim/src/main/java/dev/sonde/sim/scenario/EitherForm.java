package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/**
 * A short text, or the long form of the same thing.
 *
 * @param brief a text
 * @param full a mapping or a list
 * @param isBrief for which values the short text says it all
 */
record EitherForm<T>(Form<T> brief, Form<T> full, Predicate<T> isBrief) implements Form<T> {

    @Override
    public String title() {
        return brief.title() + ", or " + full.title();
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        return node instanceof Node.Scalar ? brief.read(node, reading) : full.read(node, reading);
    }

    @Override
    public Node write(T value) {
        return isBrief.test(value) ? brief.write(value) : full.write(value);
    }
}
