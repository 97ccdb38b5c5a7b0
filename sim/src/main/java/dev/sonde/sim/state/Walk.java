package dev.sonde.sim.state;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
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
    private final ArrayDeque<Object> unread = new ArrayDeque<>();

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
        unread.clear();
    }

    /** Walks on to the end of what was met. */
    void finish() {
        Object next = unread.poll();
        while (next != null) {
            content(next, shapes.get(next.getClass()));
            next = unread.poll();
        }
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
        String outer = words.label();
        for (Shape.Slot slot : shape.slots) {
            words.label(outer, slot.name);
            if (!slot.isReference) {
                long value = getNumber(slot.getter, object);
                if (slot.isPlain) {
                    number(value);
                } else {
                    slotNumber(slot.treatment, value);
                }
            } else if (slot.isPlain) {
                plain(slot, get(slot, object));
            } else {
                slotReference(slot, object, get(slot, object));
            }
        }
        words.label(outer);
    }

    private void plain(Shape.Slot slot, @Nullable Object value) {
        if (value == null) {
            words.put(NOTHING);
            return;
        }
        Shape shape = slot.lastShape;
        if (shape == null || slot.lastType != value.getClass()) {
            shape = shapes.get(value.getClass());
            slot.lastType = value.getClass();
            slot.lastShape = shape;
        }
        reference(value, shape);
    }

    private void slotReference(Shape.Slot slot, Object object, @Nullable Object value) {
        switch (slot.treatment.how()) {
            case RING -> ring(slot, object, Objects.requireNonNull(value));
            case NAMED -> map((Map<?, ?>) value, slot.treatment.group());
            case AHEAD -> {
                for (long instant : (long[]) value) {
                    number(Math.max(instant, nowNanos - slot.treatment.forNanos()));
                }
            }
            default -> reference(value);
        }
    }

    private void ring(Shape.Slot slot, Object object, Object array) {
        Shape.Ring ring = Objects.requireNonNull(slot.ring);
        long first = getNumber(ring.first(), object);
        long size = getNumber(ring.count(), object);
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
            default -> object(value, shape.kind == Shape.Kind.CONSTANT);
        }
    }

    private void object(Object object, boolean isConstant) {
        int known = identities.size();
        int number = identities.number(object);
        if (number < known) {
            words.put(SEEN + number);
            return;
        }
        words.put(FRESH);
        if (!isConstant) {
            unread.add(object);
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
        long word = shape.group;
        for (Shape.Slot slot : shape.slots) {
            word = Mix.mix(word, getNumber(slot.getter, value));
        }
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

    private static long getNumber(MethodHandle getter, Object object) {
        try {
            return (long) getter.invokeExact(object);
        } catch (Throwable e) {
            throw new UnreadableStateException("a field can't be read: " + getter, e);
        }
    }

    private static @Nullable Object get(Shape.Slot slot, Object object) {
        try {
            return (Object) slot.getter.invokeExact(object);
        } catch (Throwable e) {
            throw new UnreadableStateException("field " + slot.name + " can't be read", e);
        }
    }
}
