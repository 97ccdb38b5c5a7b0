package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The value of one key, short for a mapping with that key alone. */
record OneKeyForm<T>(RecordForm<T> form, String key) implements Form<T> {

    KeySlot slot() {
        for (KeySlot slot : form.keys()) {
            if (slot.name().equals(key)) {
                return slot;
            }
        }
        throw new IllegalStateException("no key " + key);
    }

    @Override
    public String title() {
        return slot().form().title();
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        Node.Entry entry = new Node.Entry(Node.Scalar.quoted(key), node);
        return form.read(new Node.Mapping(List.of(entry), node.at()), reading);
    }

    @Override
    public Node write(T value) {
        return form.write(value);
    }
}
