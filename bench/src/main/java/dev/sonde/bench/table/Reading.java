package dev.sonde.bench.table;

import dev.sonde.bench.rounds.Sample;

/**
 * What is read off the samples that two arms gave in one round. What is absolute is stated for a
 * machine on which the bare heap takes 112 ns, so it is read beside that heap.
 */
enum Reading {
    /** How many times the time of the second one. */
    TIMES,
    /** How many in a second there, of the first one; the second one is the heap. */
    PER_SECOND,
    /** The time that the first one takes there; the second one is the heap. */
    TIME,
    /** Bytes of the first one. */
    SIZE,
    /** How many times the bytes of the second one. */
    TIMES_SIZE;

    /** What the bare heap takes on the machine that absolute promises are stated for. */
    private static final double HEAP_NANOS = 112;

    private static final double NANOS_PER_SECOND = 1e9;

    double of(Sample first, Sample second) {
        double times = first.nanos() / second.nanos();
        return switch (this) {
            case TIMES -> times;
            case PER_SECOND -> NANOS_PER_SECOND / (HEAP_NANOS * times);
            case TIME -> HEAP_NANOS * times;
            case SIZE -> first.extra();
            case TIMES_SIZE -> first.extra() / second.extra();
        };
    }

    String words(double value) {
        return switch (this) {
            case TIMES, TIMES_SIZE -> Figures.short3(value) + " ×";
            case PER_SECOND -> Figures.short3(value) + "/s";
            case TIME -> Figures.time(value);
            case SIZE -> Figures.size(value);
        };
    }

    /** The same inside brackets behind it, where the unit of pure numbers goes without saying. */
    String inBrackets(double value) {
        return switch (this) {
            case TIMES, TIMES_SIZE, PER_SECOND -> Figures.short3(value);
            case TIME, SIZE -> words(value);
        };
    }

    /** True if it is about memory, false if about time. */
    boolean isOfSize() {
        return this == SIZE || this == TIMES_SIZE;
    }
}
