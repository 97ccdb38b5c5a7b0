package dev.sonde.sim.scenario;

import dev.sonde.protocol.SubjectId;

import java.util.OptionalLong;

/**
 * How the ids of a crowd are made: fixed text around a number. No digit comes after the number, so
 * two patterns can be held against each other without writing out the ids.
 */
record IdPattern(String prefix, String suffix) {

    /** Stands for the number, from 1. */
    static final String NUMBER = "{n}";

    private static final int MAX_DIGITS = 8;

    /** @throws WordException if the text is no such pattern */
    static IdPattern parse(String text) {
        int at = text.indexOf(NUMBER);
        if (at < 0 || text.indexOf(NUMBER, at + 1) >= 0) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' must have {n} once", "write such as \"p{n}\"");
        }
        String prefix = text.substring(0, at);
        String suffix = text.substring(at + NUMBER.length());
        int length = prefix.length() + MAX_DIGITS + suffix.length();
        if (length > SubjectId.MAX_LENGTH || !SubjectId.isValid(prefix + "1" + suffix)) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' does not make valid ids",
                    "ids are up to 64 of 0-9 A-Z a-z . _ -, with up to 8 digits for {n}");
        }
        if (suffix.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            throw new WordException(
                    "'" + Problem.shown(text) + "' has a digit after {n}", "put digits before {n}");
        }
        return new IdPattern(prefix, suffix);
    }

    /** The number that makes this id, empty if none does. */
    OptionalLong numberOf(String id) {
        if (!id.startsWith(prefix)
                || !id.endsWith(suffix)
                || id.length() <= prefix.length() + suffix.length()) {
            return OptionalLong.empty();
        }
        String digits = id.substring(prefix.length(), id.length() - suffix.length());
        boolean number = digits.length() <= MAX_DIGITS
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /**
     * True if one of the first {@code count} ids is among the first {@code otherCount} of another.
     */
    boolean meets(long count, IdPattern other, long otherCount) {
        if (!suffix.equals(other.suffix)) {
            return false;
        }
        if (other.prefix.startsWith(prefix)) {
            OptionalLong smallest = numberOf(other.prefix + "1" + suffix);
            return smallest.isPresent() && smallest.getAsLong() <= count && otherCount >= 1;
        }
        return prefix.startsWith(other.prefix) && other.meets(otherCount, this, count);
    }
}
