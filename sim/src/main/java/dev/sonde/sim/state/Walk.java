package dev.sonde.sim.state;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** Walks over everything that can be reached from somewhere, and writes down what it meets. */
final class Walk {

    private static final long FIRST_INSTANT = Kernel.FAR_NANOS - Kernel.FAR_SPAN_NANOS;

    // Words between numbers. Any will do, as long as they differ.
    private static final long NOTHING = Mix.mix("nothing");
    private static final long SEEN = Mix.mix("seen");
    private static final long FRESH = Mix.mix("fresh");
    private static final long GONE = Mix.mix("gone");
    private static final long EVENT = Mix.mix("event");

    final Identities identities = new Identities();
    final Names names = new Names();
    final Names handles = new Names();

    private final ClassValue<Shape> shapes;
    private final Words words;
    private final Texts texts = new Texts();
    private final Ranks ranks = new Ranks();
    /** What was met and not yet read, first come first read; how each is read. */
    private final ArrayList<Object> unread = new ArrayList<>();

    private final ArrayList<Shape> unreadShapes = new ArrayList<>();

    private final FieldStack fields = new FieldStack();

    private Kernel kernel;
    private long nowNanos;

    Walk(Treatments treatments, Words words, Kernel kernel) {
        this.shapes = new Shapes(treatments);
        this.words = words;
        this.kernel = kernel;
    }

    /** How objects of each class are read. */
    private static final class Shapes extends ClassValue<Shape> {

        private final Treatments treatments;

        Shapes(Treatments treatments) {
            this.treatments = treatments;
        }

        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type, treatments);
        }
    }

    /** Forgets what it has met; the next walk is over a run of this kernel. */
    void begin(Kernel of) {
        kernel = of;
        nowNanos = of.nowNanos();
        identities.clear();
        names.clear();
        handles.clear();
        ranks.clear();
        fields.clear();
    }

    /** Walks on to the end of what was met. */
    void finish() {
        for (int i = 0; i < unread.size(); i++) {
            content(unread.get(i), unreadShapes.get(i));
        }
        unread.clear();
        unreadShapes.clear();
    }

    /** All has been met; ranks are known. */
    void fillRanks() {
        words.fill(ranks);
    }

    private void content(Object object, Shape shape) {
        words.label(shape.name);
        words.put(shape.type);
        switch (shape.kind) {
            case OBJECT -> slots(object, shape);
            case COLLECTION -> collection((Collection<?>) object);
            case MAP -> map((Map<?, ?>) object, -1);
            case OBJECTS -> {
                Object[] array = (Object[]) object;
                words.put(array.length);
                for (Object element : array) {
                    reference(element);
                }
            }
            case LONGS -> {
                long[] array = (long[]) object;
                words.put(array.length);
                for (long element : array) {
                    number(element);
                }
            }
            case INTS -> {
                int[] array = (int[]) object;
                words.put(array.length);
                for (int element : array) {
                    words.put(element);
                }
            }
            case BYTES -> words.put(texts.hash(Arrays.toString((byte[]) object)));
            default -> otherArray(object);
        }
    }

    private void otherArray(Object array) {
        int length = Array.getLength(array);
        words.put(length);
        for (int i = 0; i < length; i++) {
            reference(Array.get(array, i));
        }
    }

    @SuppressWarnings("unchecked")
    private void collection(Collection<?> collection) {
        words.put(collection.size());
        if (collection instanceof PriorityQueue<?> queue) {
            Object[] inOrder = queue.toArray();
            Arrays.sort(inOrder, (Comparator<Object>) queue.comparator());
            for (Object element : inOrder) {
                reference(element);
            }
        } else if (collection instanceof ArrayList<?> list) {
            for (int i = 0; i < list.size(); i++) {
                reference(list.get(i));
            }
        } else {
            for (Object element : collection) {
                reference(element);
            }
        }
    }

    /** @param group of the keys, if they are names; else -1 */
    private void map(Map<?, ?> map, int group) {
        words.put(map.size());
        if (map.isEmpty()) {
            return;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (group < 0) {
                reference(entry.getKey());
            } else {
                named(group, ((Number) entry.getKey()).longValue());
            }
            reference(entry.getValue());
        }
    }

    private void slots(Object object, Shape shape) {
        int from = fields.push(object, shape);
        String outer = words.label();
        for (Shape.Slot slot : shape.slots) {
            words.label(outer, slot.name);
            int at = from + slot.at;
            if (!slot.isReference) {
                if (slot.isPlain) {
                    number(fields.number(at));
                } else {
                    slotNumber(slot.treatment, fields.number(at));
                }
            } else if (slot.isPlain) {
                plain(slot, fields.reference(at));
            } else {
                slotReference(slot, from, fields.reference(at));
            }
        }
        words.label(outer);
        fields.pop(from);
    }

    private void plain(Shape.Slot slot, @Nullable Object value) {
        if (value == null) {
            words.put(NOTHING);
            return;
        }
        Shape shape = slot.lastShape;
        if (shape == null || shape.of != value.getClass()) {
            shape = shapes.get(value.getClass());
            slot.lastShape = shape;
        }
        reference(value, shape);
    }

    /** @param from where the fields of the object begin */
    private void slotReference(Shape.Slot slot, int from, @Nullable Object value) {
        switch (slot.treatment.how()) {
            case RING -> ring(slot, from, Objects.requireNonNull(value));
            case NAMED -> map((Map<?, ?>) Objects.requireNonNull(value), slot.treatment.group());
            case AHEAD -> {
                for (long instant : (long[]) Objects.requireNonNull(value)) {
                    number(Math.max(instant, nowNanos - slot.treatment.forNanos()));
                }
            }
            default -> reference(value);
        }
    }

    private void ring(Shape.Slot slot, int from, Object array) {
        Shape.Ring ring = Objects.requireNonNull(slot.ring);
        long first = fields.number(from + ring.first());
        long size = fields.number(from + ring.count());
        int length = Array.getLength(array);
        for (long i = first; i < first + size; i++) {
            int at = (int) (i % length);
            if (array instanceof long[] instants) {
                number(Math.max(instants[at], nowNanos));
            } else {
                reference(Array.get(array, at));
            }
        }
    }

    private void slotNumber(Treatments.OfField treatment, long value) {
        switch (treatment.how()) {
            case NAMED -> named(treatment.group(), value);
            case AHEAD -> number(Math.max(value, nowNanos - treatment.forNanos()));
            case ORDER -> {
                ranks.add(words.count(), treatment.group(), value);
                words.put(0);
            }
            default -> number(value);
        }
    }

    /** Something that a field, a collection or an event points to. */
    void reference(@Nullable Object value) {
        if (value == null) {
            words.put(NOTHING);
            return;
        }
        reference(value, shapes.get(value.getClass()));
    }

    private void reference(Object value, Shape shape) {
        switch (shape.kind) {
            case STRING -> words.put(texts.hash((String) value));
            case ENUM -> words.put(shape.type + ((Enum<?>) value).ordinal());
            case LONG -> number((Long) value);
            case DOUBLE -> words.put(Double.doubleToLongBits(((Number) value).doubleValue()));
            case NUMBER -> words.put(simple(value));
            case TEXT -> {
                words.put(shape.type);
                words.put(texts.hash(value.toString()));
            }
            case OPTIONAL -> optional(value);
            case VALUE -> {
                words.put(shape.type);
                slots(value, shape);
            }
            case NAME -> name(value, shape);
            case UNREADABLE ->
                throw new UnreadableStateException("an object of "
                        + value.getClass().getName() + " was found in " + words.where()
                        + "; hold only plain objects, records, arrays and collections of the JDK");
            default -> object(value, shape);
        }
    }

    private void object(Object object, Shape shape) {
        int known = identities.size();
        int number = identities.number(object);
        if (number < known) {
            words.put(SEEN + number);
            return;
        }
        words.put(FRESH);
        if (shape.kind != Shape.Kind.CONSTANT) {
            unread.add(object);
            unreadShapes.add(shape);
        }
    }

    private static long simple(Object value) {
        return value instanceof Boolean is
                ? (is ? 1 : 0)
                : value instanceof Character character ? character : ((Number) value).longValue();
    }

    private void optional(Object value) {
        if (value instanceof OptionalDouble some) {
            words.put(some.isPresent() ? Double.doubleToLongBits(some.getAsDouble()) : NOTHING);
        } else if (value instanceof OptionalLong some) {
            number(some.orElse(NOTHING));
        } else if (value instanceof OptionalInt some) {
            words.put(some.isPresent() ? some.getAsInt() : NOTHING);
        } else {
            reference(((Optional<?>) value).orElse(null));
        }
    }

    private void name(Object value, Shape shape) {
        int from = fields.push(value, shape);
        long word = shape.group;
        for (Shape.Slot slot : shape.slots) {
            word = Mix.mix(word, fields.number(from + slot.at));
        }
        fields.pop(from);
        words.put(names.number(word));
    }

    private void named(int group, long value) {
        words.put(value == 0 ? NOTHING : names.number(Mix.mix(group, value)));
    }

    private void number(long value) {
        if (Long.compareUnsigned(value - FIRST_INSTANT, 2 * Kernel.FAR_SPAN_NANOS) < 0) {
            words.put(value - nowNanos + Kernel.FAR_NANOS);
        } else if (Kernel.isHandle(value)) {
            words.put(kernel.isPending(value) ? EVENT + handles.number(value) : GONE);
        } else {
            words.put(value);
        }
    }
}
