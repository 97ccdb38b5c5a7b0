package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Many of a kind, each under a name of its own.
 *
 * @param key what the names are
 * @param value the form of what stands under a name, without the name
 * @param entry reads one
 * @param nameOf the name of one, to write it
 * @param valueOf what stands under the name
 */
record KeyedForm<T>(
        String title,
        Form<String> key,
        Form<?> value,
        EntryReader<T> entry,
        Function<T, String> nameOf,
        Function<T, Node> valueOf)
        implements Form<List<T>> {

    /** Reads what stands under a name. */
    interface EntryReader<T> {
        @Nullable
        T read(String name, Node.Scalar key, Node value, Reading reading);
    }

    @Override
    public @Nullable List<T> read(Node node, Reading reading) {
        if (!(node instanceof Node.Mapping mapping)) {
            reading.problem(node.at(), "", "expected " + title + ", not " + node.what(),
                    "write {name: value}");
            return null;
        }
        List<T> values = new ArrayList<>();
        boolean whole = true;
        for (Node.Entry each : mapping.entries()) {
            String name = reading.isFull() ? null : key.read(each.key(), reading);
            T value = name == null ? null : entry.read(name, each.key(), each.value(), reading);
            if (value == null) {
                whole = false;
            } else {
                values.add(value);
            }
        }
        return whole ? values : null;
    }

    @Override
    public Node write(List<T> values) {
        List<Node.Entry> entries = new ArrayList<>();
        for (T each : values) {
            entries.add(new Node.Entry(
                    Node.Scalar.quoted(nameOf.apply(each)), valueOf.apply(each)));
        }
        return new Node.Mapping(entries, Node.Position.NOWHERE);
    }
}
