package dev.sonde.protocol;

/** The name of one match: {@code match_} and a UUID of version 4. */
public record MatchId(long mostBits, long leastBits) {

    /** Makes an id of 128 random bits; six of them are overwritten by version and variant. */
    public static MatchId ofRandomBits(long most, long least) {
        return new MatchId(UuidText.versioned(most), UuidText.variant(least));
    }

    public String text() {
        return UuidText.write("match_", mostBits, leastBits);
    }

    @Override
    public String toString() {
        return text();
    }
}
