package dev.sonde.protocol;

import org.jspecify.annotations.Nullable;

/** The name of one match: {@code match_} and a UUID of version 4. */
public record MatchId(long mostBits, long leastBits) {

    private static final String PREFIX = "match_";

    /** Makes an id of 128 random bits; six of them are overwritten by version and variant. */
    public static MatchId ofRandomBits(long most, long least) {
        return new MatchId(UuidText.versioned(most), UuidText.variant(least));
    }

    /** The id that has this text, or null if no id has. */
    public static @Nullable MatchId parse(String text) {
        long[] words = UuidText.read(PREFIX, text);
        return words == null ? null : new MatchId(words[0], words[1]);
    }

    public String text() {
        return UuidText.write(PREFIX, mostBits, leastBits);
    }

    // A key, as SubjectId is; the bits are random, so one word of them is enough of a hash.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatchId id && mostBits == id.mostBits && leastBits == id.leastBits;
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
