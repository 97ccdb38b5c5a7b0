package dev.sonde.sim.state;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The fields of the objects that are being read; of a value within a value above its own. */
final class FieldStack {

    private static final int FIRST_CAPACITY = 256;

    private long[] numbers = new long[FIRST_CAPACITY];
    private @Nullable Object[] references = new @Nullable Object[FIRST_CAPACITY];
    private int size;

    /** Reads all fields of an object; the place of the first one. */
    int push(Object object, Shape shape) {
        int from = size;
        size += shape.fields;
        if (size > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            references = Arrays.copyOf(references, 2 * size);
        }
        int at = from;
        for (FieldReader reader : shape.readers) {
            reader.read(object, numbers, references, at);
            at += reader.fields.size();
        }
        return from;
    }

    long number(int at) {
        return numbers[at];
    }

    @Nullable
    Object reference(int at) {
        return references[at];
    }

    /** What was pushed from here on is no longer needed. */
    void pop(int from) {
        size = from;
    }

    /** Also lets go of the objects. */
    void clear() {
        Arrays.fill(references, null);
        size = 0;
    }
}
