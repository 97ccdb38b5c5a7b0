package dev.sonde.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, for as long as the study runs: 1 to 64 characters out of {@code 0-9 A-Z a-z . _
 * -}.
 *
 * <p>Ordered by code unit, which is an order for lists and keys; which of two members offers is
 * decided by {@link Initiative}.
 */
public record SubjectId(String value) implements Comparable<SubjectId> {

    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException if {@link #isValid} says no */
    public SubjectId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a subject id is 1 to " + MAX_LENGTH
                    + " characters out of 0-9 A-Z a-z . _ - , but this one has " + value.length()
                    + " characters or others among them");
        }
    }

    public static boolean isValid(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            boolean allowed = (c >= '0' && c <= '9')
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || c == '.'
                    || c == '_'
                    || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    // Keys of nearly every look-up: written out, because a record's own methods start slowly and
    // stay in the way of inlining.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SubjectId id && value.equals(id.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(SubjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
