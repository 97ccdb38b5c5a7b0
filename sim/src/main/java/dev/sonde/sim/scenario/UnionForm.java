package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One of several kinds of records, told by a key that only this kind has.
 *
 * @param title what it is
 * @param cases the kinds
 */
record UnionForm<T>(String title, List<Case<? extends T>> cases) implements Form<T> {

    /**
     * One kind.
     *
     * @param kind the key that tells it
     * @param form of the record
     * @param nested true if the record stands under that key, false if the key is one of its own
     */
    record Case<T>(String kind, RecordForm<T> form, boolean nested) {

        private @Nullable T read(Node.Mapping mapping, Reading reading) {
            if (!nested) {
                return form.read(mapping, reading);
            }
            for (Node.Entry entry : mapping.entries()) {
                if (!entry.key().text().equals(kind)) {
                    reading.problem(entry.key().at(), entry.key().text(),
                            "'" + Problem.shown(entry.key().text()) + "' stands beside " + kind,
                            "put it inside of " + kind);
                }
            }
            Node value = mapping.get(kind);
            return value == null ? null : form.read(value, reading);
        }

        private Node write(Object value) {
            Node written = form.write(form.type().cast(value));
            return nested
                    ? new Node.Mapping(
                            List.of(new Node.Entry(Node.Scalar.quoted(kind), written)),
                            Node.Position.NOWHERE)
                    : written;
        }
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Mapping mapping)) {
            reading.problem(node.at(), "", "expected " + title + ", not " + node.what(), "");
            return null;
        }
        List<Case<? extends T>> fitting = new ArrayList<>();
        for (Case<? extends T> each : cases) {
            if (mapping.find(each.kind()) != null) {
                fitting.add(each);
            }
        }
        if (fitting.size() == 1) {
            T value = fitting.get(0).read(mapping, reading);
            if (value == null && fitting.get(0).form().type() == Crowd.class) {
                reading.names().crowdIsUnknown();
            }
            return value;
        }
        if (fitting.isEmpty()) {
            noKind(mapping, reading);
        } else {
            reading.problem(mapping.at(), "", "one entry is both " + fitting.get(0).kind() + " and "
                    + fitting.get(1).kind(), "make two entries of it");
        }
        return null;
    }

    private void noKind(Node.Mapping mapping, Reading reading) {
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (Case<? extends T> each : cases) {
            kinds.add(each.kind());
            if (!each.nested()) {
                known.addAll(each.form().keyNames());
            }
        }
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                reading.problem(entry.key().at(), entry.key().text(),
                        "'" + Problem.shown(entry.key().text()) + "' is no kind of " + title,
                        NearestWord.help(entry.key().text(), kinds));
                return;
            }
        }
        reading.problem(mapping.at(), "", "an entry without its kind of " + title,
                "known are: " + String.join(", ", kinds));
    }

    @Override
    public Node write(T value) {
        for (Case<? extends T> each : cases) {
            if (each.form().type().isInstance(value)) {
                return each.write(value);
            }
        }
        throw new IllegalStateException("no such " + title);
    }
}
