package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping with the keys that a record's components state. */
final class RecordForm<T> implements Form<T> {

    /** Values of components that no key states, by the component's name. */
    static final Map<String, Object> NOTHING_GIVEN = new LinkedHashMap<>();

    private static final ClassValue<RecordForm<?>> FORMS = new ClassValue<>() {
        @Override
        protected RecordForm<?> computeValue(Class<?> type) {
            return new RecordForm<>(type);
        }
    };

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final List<Slot> slots = new ArrayList<>();
    private final List<KeySlot> keys = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private RecordForm(Class<T> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
        for (RecordComponent component : components) {
            Slot slot = Slot.of(component);
            slots.add(slot);
            if (slot instanceof KeySlot key) {
                keys.add(key);
                names.add(key.name());
            }
        }
    }

    @SuppressWarnings("unchecked") // each class has the form of its own records
    static <T> RecordForm<T> of(Class<T> type) {
        return (RecordForm<T>) FORMS.get(type);
    }

    Class<T> type() {
        return type;
    }

    /** One for each component that has a key, in their order. */
    List<KeySlot> keys() {
        return Collections.unmodifiableList(keys);
    }

    List<String> keyNames() {
        return Collections.unmodifiableList(names);
    }

    @Override
    public String title() {
        return "a mapping";
    }

    @Override
    public @Nullable T read(Node node, Reading reading) {
        return read(node, reading, NOTHING_GIVEN);
    }

    /** @param given values of components that have no key */
    @Nullable
    T read(Node node, Reading reading, Map<String, Object> given) {
        if (!(node instanceof Node.Mapping mapping)) {
            reading.problem(
                    node.at(),
                    "",
                    "expected a mapping, not " + node.what(),
                    "known keys are: " + String.join(", ", keyNames()));
            return null;
        }
        boolean whole = noUnknownKeys(mapping, reading);
        List<Object> arguments = new ArrayList<>();
        for (Slot slot : slots) {
            Object value = slot instanceof KeySlot key
                    ? key.read(mapping, reading)
                    : given.get(slot.component());
            if (value == null) {
                whole = false;
            } else {
                arguments.add(value);
            }
        }
        return whole ? make(arguments, mapping, reading) : null;
    }

    private boolean noUnknownKeys(Node.Mapping mapping, Reading reading) {
        List<String> known = keyNames();
        boolean none = true;
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                none = false;
                if (!reading.isFull()) {
                    reading.problem(
                            entry.key().at(),
                            key,
                            "unknown key '" + Problem.shown(key) + "'",
                            NearestWord.help(key, known));
                }
            }
        }
        return none;
    }

    private @Nullable T make(List<Object> arguments, Node.Mapping mapping, Reading reading) {
        try {
            T made = constructor.newInstance(arguments.toArray());
            Checks.made(made, mapping, reading);
            return made;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof KeyException misfit) {
                Node value = mapping.get(misfit.key());
                Node.Position at = value == null ? mapping.at() : value.at();
                String text = value instanceof Node.Scalar scalar ? scalar.text() : "";
                reading.problem(at, text, misfit.problem(), misfit.help());
                return null;
            }
            throw new IllegalStateException("a value that its form let through", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of this package can be made", e);
        }
    }

    @Override
    public Node write(T value) {
        List<Node.Entry> entries = new ArrayList<>();
        for (KeySlot key : keys()) {
            Node written = key.write(value);
            if (written != null) {
                entries.add(new Node.Entry(Node.Scalar.quoted(key.name()), written));
            }
        }
        return new Node.Mapping(entries, Node.Position.NOWHERE);
    }

    /** A component of the record. */
    sealed interface Slot permits KeySlot, GivenSlot {

        /** Its Java name. */
        String component();

        static Slot of(RecordComponent component) {
            Key key = component.getAnnotation(Key.class);
            return key == null
                    ? new GivenSlot(component.getName())
                    : new KeySlot(component, key, Forms.of(component, key));
        }
    }

    /** A component that no key states; whoever reads the record gives its value. */
    record GivenSlot(String component) implements Slot {}
}
