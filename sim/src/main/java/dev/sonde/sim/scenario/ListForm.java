package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Many of a kind. */
record ListForm<T>(Form<T> item) implements Form<List<T>> {

    @Override
    public String title() {
        return "a list, each item " + item.title();
    }

    @Override
    public @Nullable List<T> read(Node node, Reading reading) {
        if (!(node instanceof Node.Sequence sequence)) {
            reading.problem(node.at(), "", "expected a list, not " + node.what(),
                    "write [first, second]");
            return null;
        }
        List<T> values = new ArrayList<>();
        boolean whole = true;
        for (Node itemNode : sequence.items()) {
            T value = reading.isFull() ? null : item.read(itemNode, reading);
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
        List<Node> items = new ArrayList<>();
        values.forEach(value -> items.add(item.write(value)));
        return new Node.Sequence(items, Node.Position.NOWHERE);
    }
}
