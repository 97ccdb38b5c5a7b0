package dev.sonde.sim.state;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.kernel.PendingVisitor;
import dev.sonde.sim.kernel.RunLimits;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * Tells states of runs apart: two with the same digest have the same futures, up to names.
 *
 * <p>It walks everything that can be reached from a root, in a fixed order, and writes down what it
 * meets as numbers: instants as their distance from now, names and objects by the order in which
 * they come, everything else as it stands. {@link Treatments} are the exceptions. Then come the
 * pending events. The numbers are hashed to 128 bits, by which about 2⁶⁰ states can be told apart.
 *
 * <p>Instants and handles of events are told from other numbers by their values, so the kernel has
 * to be one of {@link Kernel#compared}. What is static is not seen; nor is the order in which two
 * objects of the same hash were put into a map by identity, which no deterministic run holds.
 */
public final class StateDigest {

    private static final long FIRST_INSTANT = Kernel.FAR_NANOS - Kernel.FAR_SPAN_NANOS;
    private static final long MILLI_NANOS = 1_000_000L;
    private static final int FIRST_CAPACITY = 4096;

    // Words between numbers. Any will do, as long as they differ.
    private static final long NOTHING = Mix.mix("nothing");
    private static final long SEEN = Mix.mix("seen");
    private static final long FRESH = Mix.mix("fresh");
    private static final long GONE = Mix.mix("gone");
    private static final long EVENT = Mix.mix("event");

    private final ClassValue<Shape> shapes;
    private final Identities identities = new Identities();
    private final Names names = new Names();
    private final Names handles = new Names();
    private final Texts texts = new Texts();
    private final Ranks ranks = new Ranks();
    private final ArrayDeque<Object> unread = new ArrayDeque<>();
    private final List<Pending> pending = new ArrayList<>();

    private long[] words = new long[FIRST_CAPACITY];
    private int count;
    private Kernel kernel = Kernel.timeFaithful(RunLimits.DEFAULT);
    private long nowNanos;

    /** What each word is, while somebody wants to know. */
    private @Nullable List<String> labels;

    private String label = "";

    private record Pending(
            long handle,
            int channel,
            long earliestInNanos,
            long latestInNanos,
            EventHandler handler,
            int what,
            @Nullable Object data,
            int name,
            int handlerNumber) {}

    /**
     * In the order of when they were put in, events tell how the state came about. This order tells
     * only what is to come; on one channel both are the same.
     */
    private static final Comparator<Pending> BY_WHAT_THEY_ARE = Comparator.comparingInt(
                    Pending::name)
            .thenComparingLong(Pending::earliestInNanos)
            .thenComparingLong(Pending::latestInNanos)
            .thenComparingInt(Pending::handlerNumber)
            .thenComparingInt(event -> event.channel() == PendingVisitor.NO_CHANNEL ? event.what() : 0);

    public StateDigest(Treatments treatments) {
        this.shapes = new Shapes(treatments);
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

    /**
     * Digests everything that can be reached from here, and all pending events.
     *
     * @param of the run
     * @param two gets the digest, 128 bits
     * @throws UnreadableStateException if there is an object that can't be looked into
     */
    public void digest(Kernel of, Object root, long[] two) {
        try {
            read(of, root);
        } catch (UnreadableStateException e) {
            // Again, to say where.
            describe(of, root);
            throw e;
        }
        long first = 0;
        long second = count;
        for (int i = 0; i < count; i++) {
            long word = words[i];
            first = (first ^ word) * 0x9FB2_1C65_1E98_DF25L;
            first ^= first >>> 29;
            second = (second + word) * 0xD6E8_FEB8_6659_FD93L;
            second ^= second >>> 31;
        }
        two[0] = Mix.mix(first);
        two[1] = Mix.mix(second);
    }

    /** What the digest of this state is made of, one line for each number. */
    public List<String> describe(Kernel of, Object root) {
        List<String> lines = new ArrayList<>();
        labels = lines;
        try {
            read(of, root);
        } finally {
            labels = null;
            unread.clear();
        }
        for (int i = 0; i < count; i++) {
            lines.set(i, lines.get(i) + " = " + words[i]);
        }
        return lines;
    }

    private void read(Kernel of, Object root) {
        kernel = of;
        nowNanos = kernel.nowNanos();
        count = 0;
        identities.clear();
        names.clear();
        handles.clear();
        ranks.clear();
        // Pages and people round to whole milliseconds of absolute time.
        label("now");
        put(Math.floorMod(nowNanos, MILLI_NANOS));
        reference(root);
        readUnread();
        readPending();
        ranks.fill(words);
    }

    private void readUnread() {
        Object next = unread.poll();
        while (next != null) {
            content(next, shapes.get(next.getClass()));
            next = unread.poll();
        }
    }

    private void readPending() {
        pending.clear();
        kernel.visitPending((handle, channel, earliestIn, latestIn, handler, what, data) -> {
            int known = identities.size();
            int number = identities.find(handler);
            pending.add(new Pending(
                    handle,
                    channel,
                    Math.max(0, earliestIn),
                    latestIn,
                    handler,
                    what,
                    data,
                    handles.find(handle),
                    number < 0 ? known : number));
        });
        pending.sort(BY_WHAT_THEY_ARE);
        for (Pending event : pending) {
            label("event");
            put(EVENT);
            put(handles.number(event.handle()));
            put(event.channel() == PendingVisitor.NO_CHANNEL ? -1 : names.number(~event.channel()));
            put(event.earliestInNanos());
            put(event.latestInNanos());
            put(event.what());
            reference(event.handler());
            reference(event.data());
        }
        readUnread();
    }

    private void content(Object object, Shape shape) {
        label(shape.name);
        put(shape.type);
        switch (shape.kind) {
            case OBJECT -> slots(object, shape);
            case COLLECTION -> collection((Collection<?>) object);
            case MAP -> map((Map<?, ?>) object, -1);
            case OBJECTS -> {
                Object[] array = (Object[]) object;
                put(array.length);
                for (Object element : array) {
                    reference(element);
                }
            }
            case LONGS -> {
                long[] array = (long[]) object;
                put(array.length);
                for (long element : array) {
                    number(element);
                }
            }
            case INTS -> {
                int[] array = (int[]) object;
                put(array.length);
                for (int element : array) {
                    put(element);
                }
            }
            case BYTES -> put(texts.hash(Arrays.toString((byte[]) object)));
            default -> otherArray(object);
        }
    }

    private void otherArray(Object array) {
        int length = java.lang.reflect.Array.getLength(array);
        put(length);
        for (int i = 0; i < length; i++) {
            reference(java.lang.reflect.Array.get(array, i));
        }
    }

    @SuppressWarnings("unchecked")
    private void collection(Collection<?> collection) {
        put(collection.size());
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
        put(map.size());
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
        String outer = label;
        for (Shape.Slot slot : shape.slots) {
            if (labels != null) {
                label = outer + "." + slot.name;
            }
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
        label = outer;
    }

    private void plain(Shape.Slot slot, @Nullable Object value) {
        if (value == null) {
            put(NOTHING);
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
        int length = java.lang.reflect.Array.getLength(array);
        for (long i = first; i < first + size; i++) {
            int at = (int) (i % length);
            if (array instanceof long[] instants) {
                number(Math.max(instants[at], nowNanos));
            } else {
                reference(java.lang.reflect.Array.get(array, at));
            }
        }
    }

    private void slotNumber(Treatments.OfField treatment, long value) {
        switch (treatment.how()) {
            case NAMED -> named(treatment.group(), value);
            case AHEAD -> number(Math.max(value, nowNanos - treatment.forNanos()));
            case ORDER -> {
                ranks.add(count, treatment.group(), value);
                put(0);
            }
            default -> number(value);
        }
    }

    /** Something that a field, a collection or an event points to. */
    private void reference(@Nullable Object value) {
        if (value == null) {
            put(NOTHING);
            return;
        }
        reference(value, shapes.get(value.getClass()));
    }

    private void reference(Object value, Shape shape) {
        switch (shape.kind) {
            case STRING -> put(texts.hash((String) value));
            case ENUM -> put(shape.type + ((Enum<?>) value).ordinal());
            case LONG -> number((Long) value);
            case DOUBLE -> put(Double.doubleToLongBits(((Number) value).doubleValue()));
            case NUMBER -> put(simple(value));
            case TEXT -> {
                put(shape.type);
                put(texts.hash(value.toString()));
            }
            case OPTIONAL -> optional(value);
            case VALUE -> {
                put(shape.type);
                slots(value, shape);
            }
            case NAME -> name(value, shape);
            case UNREADABLE ->
                throw new UnreadableStateException("an object of "
                        + value.getClass().getName() + " was found in " + where()
                        + "; hold only plain objects, records, arrays and collections of the JDK");
            default -> object(value, shape.kind == Shape.Kind.CONSTANT);
        }
    }

    private String where() {
        return labels == null ? "the run" : label;
    }

    private void object(Object object, boolean isConstant) {
        int known = identities.size();
        int number = identities.number(object);
        if (number < known) {
            put(SEEN + number);
            return;
        }
        put(FRESH);
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
            put(some.isPresent() ? Double.doubleToLongBits(some.getAsDouble()) : NOTHING);
        } else if (value instanceof OptionalLong some) {
            number(some.orElse(NOTHING));
        } else if (value instanceof OptionalInt some) {
            put(some.isPresent() ? some.getAsInt() : NOTHING);
        } else {
            reference(((Optional<?>) value).orElse(null));
        }
    }

    private void name(Object value, Shape shape) {
        long word = shape.group;
        for (Shape.Slot slot : shape.slots) {
            word = Mix.mix(word, getNumber(slot.getter, value));
        }
        put(names.number(word));
    }

    private void named(int group, long value) {
        put(value == 0 ? NOTHING : names.number(Mix.mix(group, value)));
    }

    private void number(long value) {
        if (Long.compareUnsigned(value - FIRST_INSTANT, 2 * Kernel.FAR_SPAN_NANOS) < 0) {
            put(value - nowNanos + Kernel.FAR_NANOS);
        } else if (Kernel.isHandle(value)) {
            put(kernel.isPending(value) ? EVENT + handles.number(value) : GONE);
        } else {
            put(value);
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

    private void label(String words) {
        if (labels != null) {
            label = words;
        }
    }

    private void put(long word) {
        if (count == words.length) {
            words = Arrays.copyOf(words, 2 * count);
        }
        words[count++] = word;
        if (labels != null) {
            labels.add(label);
        }
    }
}
