package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.OptionalLong;

/** One key of a record: its name, its form, its default and its range. */
final class KeySlot implements RecordForm.Slot {

    private final RecordComponent accessor;
    private final Key key;
    private final Form<Object> form;

    @SuppressWarnings("unchecked") // the form was chosen by the component's type
    KeySlot(RecordComponent accessor, Key key, Form<?> form) {
        this.accessor = accessor;
        this.key = key;
        this.form = (Form<Object>) form;
    }

    @Override
    public String component() {
        return accessor.getName();
    }

    String name() {
        return key.value();
    }

    Key key() {
        return key;
    }

    Form<?> form() {
        return form;
    }

    Class<?> type() {
        return accessor.getType();
    }

    boolean isRequired() {
        return key.unset().equals(Key.REQUIRED);
    }

    /** The component's value out of the record's mapping; null with a problem noted. */
    @Nullable
    Object read(Node.Mapping mapping, Reading reading) {
        Node node = mapping.get(name());
        if (node != null) {
            Object value = form.read(node, reading);
            return value != null && isWithin(value, node, reading) ? toComponent(value) : null;
        }
        if (isRequired()) {
            reading.problem(mapping.at(), "", "the key '" + name() + "' is missing",
                    key.example().isEmpty()
                            ? "add " + name() + ":"
                            : "add it, such as " + name() + ": " + key.example());
            return null;
        }
        return unset();
    }

    /** What the component is where the key is missing. */
    Object unset() {
        if (key.unset().equals(Key.NONE)) {
            return Forms.nothing(accessor.getType());
        }
        return toComponent(Defaults.read(form, key.unset()));
    }

    /** How the component's value is written; null if it goes without saying. */
    @Nullable
    Node write(Object holder) {
        Object value;
        try {
            value = accessor.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("components of records can be read", e);
        }
        if (!isRequired() && value.equals(unset())) {
            return null;
        }
        return form.write(fromComponent(value));
    }

    private boolean isWithin(Object value, Node node, Reading reading) {
        if (!(value instanceof Long number)) {
            return true;
        }
        boolean low = !key.min().isEmpty() && number < bound(key.min());
        boolean high = !key.max().isEmpty() && number > bound(key.max());
        if (low || high) {
            String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
            reading.problem(node.at(), text, "'" + Problem.shown(text) + "' is "
                    + (low ? "less than " + key.min() : "more than " + key.max()), range());
        }
        return !low && !high;
    }

    private String range() {
        String from = key.min().isEmpty() ? "" : "from " + key.min();
        String to = key.max().isEmpty() ? "" : "up to " + key.max();
        return name() + " goes " + String.join(" ", List.of(from, to)).strip();
    }

    private long bound(String text) {
        return (Long) Defaults.read(form, text);
    }

    private Object toComponent(Object value) {
        if (accessor.getType() == int.class) {
            return Math.toIntExact((Long) value);
        }
        return accessor.getType() == OptionalLong.class ? OptionalLong.of((Long) value) : value;
    }

    private Object fromComponent(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof OptionalLong optional ? optional.getAsLong() : value;
    }
}
