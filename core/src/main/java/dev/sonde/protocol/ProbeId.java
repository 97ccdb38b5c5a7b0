package dev.sonde.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The name of one probe: {@code probe_} and a UUID of version 4. Its 122 random bits are what keeps
 * strangers out, so they come from a secure source in production.
 */
public record ProbeId(long mostBits, long leastBits) {

    private static final String PREFIX = "probe_";

    /** Makes an id of 128 random bits; six of them are overwritten by version and variant. */
    public static ProbeId ofRandomBits(long most, long least) {
        return new ProbeId(UuidText.versioned(most), UuidText.variant(least));
    }

    /** The id that has this text, or null if no id has. */
    public static @Nullable ProbeId parse(String text) {
        long[] words = UuidText.read(PREFIX, text);
        return words == null ? null : new ProbeId(words[0], words[1]);
    }

    public String text() {
        return UuidText.write(PREFIX, mostBits, leastBits);
    }

    // A key, as SubjectId is; the bits are random, so one word of them is enough of a hash.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProbeId id && mostBits == id.mostBits && leastBits == id.leastBits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(leastBits);
    }

    @Override
    public String toString() {
        return text();
    }
}
