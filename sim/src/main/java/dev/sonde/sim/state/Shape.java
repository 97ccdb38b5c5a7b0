package dev.sonde.sim.state;

import dev.sonde.sim.kernel.Mix;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How objects of one class are read: found out once, by reflection. */
final class Shape {

    enum Kind {
        /** Only which one it is counts. */
        CONSTANT,
        /** Only who is meant counts. */
        NAME,
        STRING,
        ENUM,
        LONG,
        NUMBER,
        DOUBLE,
        /** Immutable, and by its text. */
        TEXT,
        OPTIONAL,
        COLLECTION,
        MAP,
        OBJECTS,
        LONGS,
        INTS,
        BYTES,
        OTHER_ARRAY,
        /** Equal ones are the same: a record. */
        VALUE,
        /** Has an identity. */
        OBJECT,
        UNREADABLE
    }

    /** One field. Numbers come as long, floating point as the bits of a double. */
    static final class Slot {

        final String name;
        final boolean isReference;

        /** True for one that is read as it stands. */
        final boolean isPlain;

        final Treatments.OfField treatment;
        final MethodHandle getter;
        final @Nullable Ring ring;

        /** The class that was found here last, and how it is read: mostly the same again. */
        @Nullable
        Class<?> lastType;

        @Nullable
        Shape lastShape;

        private Slot(
                String name,
                boolean isReference,
                Treatments.OfField treatment,
                MethodHandle getter,
                @Nullable Ring ring) {
            this.name = name;
            this.isReference = isReference;
            this.isPlain = treatment.how() == Treatments.Field.AS_IT_IS;
            this.treatment = treatment;
            this.getter = getter;
            this.ring = ring;
        }
    }

    /** Where a ring begins and how many are in it. */
    record Ring(MethodHandle first, MethodHandle count) {}

    private static final List<String> BY_TEXT = List.of(
            "java.util.UUID",
            "java.util.Locale",
            "java.util.regex.Pattern",
            "java.math.BigInteger",
            "java.math.BigDecimal",
            "java.lang.StringBuilder",
            "java.util.BitSet",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicBoolean");

    private static final MethodType NUMBER_GETTER = MethodType.methodType(long.class, Object.class);
    private static final MethodType REFERENCE_GETTER =
            MethodType.methodType(Object.class, Object.class);

    final Kind kind;

    /** Stands for the class. */
    final long type;

    /** Of names. */
    final int group;

    final Slot[] slots;
    final String name;

    private Shape(Kind kind, Class<?> of, int group, Slot[] slots) {
        this.kind = kind;
        // What comes behind the slash of a hidden class differs from process to process.
        this.type = Mix.mix(of.getName().replaceFirst("/.*", ""));
        this.group = group;
        this.slots = slots;
        this.name = of.getSimpleName();
    }

    static Shape of(Class<?> type, Treatments treatments) {
        Kind kind = kind(type, treatments);
        boolean hasSlots = kind == Kind.NAME || kind == Kind.VALUE || kind == Kind.OBJECT;
        Slot[] slots = hasSlots ? slots(type, treatments) : new Slot[0];
        return new Shape(kind, type, treatments.groupOf(type), slots);
    }

    private static Kind kind(Class<?> type, Treatments treatments) {
        switch (treatments.of(type)) {
            case CONSTANT, ONE -> {
                return Kind.CONSTANT;
            }
            case NAME -> {
                return Kind.NAME;
            }
            default -> {}
        }
        if (type == String.class) {
            return Kind.STRING;
        }
        if (Enum.class.isAssignableFrom(type)) {
            return Kind.ENUM;
        }
        if (type.isArray()) {
            return ofArray(type.getComponentType());
        }
        return type.getName().startsWith("java.") ? ofTheJdk(type) : ofOthers(type);
    }

    private static Kind ofArray(Class<?> component) {
        if (!component.isPrimitive()) {
            return Kind.OBJECTS;
        }
        return component == long.class
                ? Kind.LONGS
                : component == int.class
                        ? Kind.INTS
                        : component == byte.class ? Kind.BYTES : Kind.OTHER_ARRAY;
    }

    private static Kind ofTheJdk(Class<?> type) {
        if (type == Long.class) {
            return Kind.LONG;
        }
        if (type == Double.class || type == Float.class) {
            return Kind.DOUBLE;
        }
        if (type == Integer.class
                || type == Boolean.class
                || type == Short.class
                || type == Byte.class
                || type == Character.class) {
            return Kind.NUMBER;
        }
        if (Map.class.isAssignableFrom(type)) {
            return Kind.MAP;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Kind.COLLECTION;
        }
        if (type == Optional.class
                || type == OptionalDouble.class
                || type == OptionalInt.class
                || type == OptionalLong.class) {
            return Kind.OPTIONAL;
        }
        if (type == Object.class) {
            return Kind.OBJECT;
        }
        // Comparators of the JDK hold nothing that changes.
        if (type == Class.class || Comparator.class.isAssignableFrom(type)) {
            return Kind.CONSTANT;
        }
        boolean byText = BY_TEXT.contains(type.getName())
                || type.getName().startsWith("java.time.")
                || Throwable.class.isAssignableFrom(type);
        return byText ? Kind.TEXT : Kind.UNREADABLE;
    }

    private static Kind ofOthers(Class<?> type) {
        if (Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type)) {
            // A class of somebody's own: its fields say more than what it chooses to show.
            return isOfTheJdk(type.getSuperclass()) ? Kind.UNREADABLE : Kind.OBJECT;
        }
        return type.isRecord() ? Kind.VALUE : Kind.OBJECT;
    }

    private static boolean isOfTheJdk(@Nullable Class<?> type) {
        return type != null && type != Object.class && type.getName().startsWith("java.");
    }

    private static Slot[] slots(Class<?> type, Treatments treatments) {
        List<Slot> slots = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (isOfTheJdk(c) && !c.getName().equals("java.lang.Record")) {
                throw new UnreadableStateException(type.getName() + " extends " + c.getName()
                        + ", whose fields can't be read; hold one in a field instead");
            }
            for (Field field : sorted(c.getDeclaredFields())) {
                Treatments.OfField treatment = treatments.of(c, field.getName());
                if (!Modifier.isStatic(field.getModifiers())
                        && treatment.how() != Treatments.Field.NOT
                        && treatments.of(field.getType()) != Treatments.Type.ONE) {
                    slots.add(slot(field, treatment));
                }
            }
        }
        return slots.toArray(Slot[]::new);
    }

    private static Field[] sorted(Field[] fields) {
        Arrays.sort(fields, Comparator.comparing(Field::getName));
        return fields;
    }

    private static Slot slot(Field field, Treatments.OfField treatment) {
        try {
            MethodHandle getter = getter(field);
            boolean isReference = !field.getType().isPrimitive();
            Ring ring = null;
            if (treatment.how() == Treatments.Field.RING) {
                String[] names = treatment.words().split(" ");
                Class<?> in = field.getDeclaringClass();
                ring = new Ring(
                        getter(in.getDeclaredField(names[0])),
                        getter(in.getDeclaredField(names[1])));
            }
            return new Slot(field.getName(), isReference, treatment, getter, ring);
        } catch (IllegalAccessException | RuntimeException e) {
            throw new UnreadableStateException(
                    "field " + field + " can't be read: " + e.getMessage(), e);
        } catch (NoSuchMethodException | NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle getter(Field field)
            throws NoSuchMethodException, IllegalAccessException {
        field.setAccessible(true);
        return adapted(MethodHandles.lookup().unreflectGetter(field), field.getType());
    }

    private static MethodHandle adapted(MethodHandle getter, Class<?> type)
            throws NoSuchMethodException, IllegalAccessException {
        if (!type.isPrimitive()) {
            return getter.asType(REFERENCE_GETTER);
        }
        if (type == double.class || type == float.class) {
            MethodHandle bits = MethodHandles.lookup()
                    .findStatic(
                            Double.class,
                            "doubleToLongBits",
                            MethodType.methodType(long.class, double.class));
            MethodHandle asDouble = getter.asType(getter.type().changeReturnType(double.class));
            return MethodHandles.filterReturnValue(asDouble, bits).asType(NUMBER_GETTER);
        }
        return MethodHandles.explicitCastArguments(getter, NUMBER_GETTER);
    }
}
