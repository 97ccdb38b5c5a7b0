package dev.sonde.sim.state;

import dev.sonde.sim.kernel.Mix;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.util.ArrayList;
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

    /** One field. */
    static final class Slot {

        final String name;

        /** Its place among the fields of the class. */
        final int at;

        final boolean isReference;

        /** True for one that is read as it stands. */
        final boolean isPlain;

        final Treatments.OfField treatment;
        final @Nullable Ring ring;

        /** Of what was found here last: mostly the same again. */
        @Nullable
        Shape lastShape;

        private Slot(
                String name,
                int at,
                boolean isReference,
                Treatments.OfField treatment,
                @Nullable Ring ring) {
            this.name = name;
            this.at = at;
            this.isReference = isReference;
            this.isPlain = treatment.how() == Treatments.Field.AS_IT_IS;
            this.treatment = treatment;
            this.ring = ring;
        }
    }

    /** Where a ring begins and how many are in it: places among the fields of the class. */
    record Ring(int first, int count) {}

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

    final Kind kind;

    /** Stands for the class. */
    final long type;

    /** Of names. */
    final int group;

    /** One after the other, they read all fields. */
    final FieldReader[] readers;

    /** Of how many places they have need. */
    final int fields;

    /** Those that count. */
    final Slot[] slots;

    final Class<?> of;
    final String name;

    private Shape(
            Kind kind, Class<?> of, int group, List<FieldReader> readers, Treatments treatments) {
        this.kind = kind;
        // What comes behind the slash of a hidden class differs from process to process.
        this.type = Mix.mix(of.getName().replaceFirst("/.*", ""));
        this.group = group;
        this.readers = readers.toArray(FieldReader[]::new);
        List<Field> all =
                readers.stream().flatMap(reader -> reader.fields.stream()).toList();
        this.fields = all.size();
        this.slots = slots(all, treatments);
        this.of = of;
        this.name = of.getSimpleName();
    }

    static Shape of(Class<?> type, Treatments treatments) {
        Kind kind = kind(type, treatments);
        boolean hasSlots = kind == Kind.NAME || kind == Kind.VALUE || kind == Kind.OBJECT;
        List<FieldReader> readers = hasSlots ? FieldReader.of(type) : List.of();
        return new Shape(kind, type, treatments.groupOf(type), readers, treatments);
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

    private static Slot[] slots(List<Field> fields, Treatments treatments) {
        List<Slot> slots = new ArrayList<>();
        for (int at = 0; at < fields.size(); at++) {
            Field field = fields.get(at);
            Treatments.OfField treatment =
                    treatments.of(field.getDeclaringClass(), field.getName());
            if (treatment.how() != Treatments.Field.NOT
                    && treatments.of(field.getType()) != Treatments.Type.ONE) {
                Ring ring = treatment.how() == Treatments.Field.RING
                        ? ring(treatment.words().split(" "), fields)
                        : null;
                boolean isReference = !field.getType().isPrimitive();
                slots.add(new Slot(field.getName(), at, isReference, treatment, ring));
            }
        }
        return slots.toArray(Slot[]::new);
    }

    private static Ring ring(String[] firstAndCount, List<Field> fields) {
        List<String> names = fields.stream().map(Field::getName).toList();
        return new Ring(names.indexOf(firstAndCount[0]), names.indexOf(firstAndCount[1]));
    }
}
