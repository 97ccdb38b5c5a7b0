package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** A form whose values are turned into those of another package. */
record MappedForm<S, T>(Form<S> source, Function<S, T> toValue, Function<T, S> fromValue)
        implements Form<T> {

    @Override
    public String title() {
        return source.title();
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        S read = source.read(node, reading);
        try {
            return read == null ? null : toValue.apply(read);
        } catch (IllegalArgumentException e) {
            reading.problem(node.at(), "", String.valueOf(e.getMessage()), "");
            return null;
        }
    }

    @Override
    public Node write(T value) {
        return source.write(fromValue.apply(value));
    }
}
