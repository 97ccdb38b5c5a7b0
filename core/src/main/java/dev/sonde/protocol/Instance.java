package dev.sonde.protocol;

/**
 * One load of a page. Two <em>different</em> values mean another page; a client that sends none is
 * taken to be the same page as before.
 *
 * @param value random text chosen by the page, at most 64 characters; empty if it sent none
 */
public record Instance(String value) {

    public static final int MAX_LENGTH = 64;

    public static final Instance NONE = new Instance("");

    /** @throws IllegalArgumentException if the value is longer than {@link #MAX_LENGTH} */
    public Instance {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an instance has at most " + MAX_LENGTH
                    + " characters, but this one has " + value.length());
        }
    }

    /** True if both pages named themselves and did so differently. */
    public boolean isAnotherPageThan(Instance earlier) {
        return !value.isEmpty() && !earlier.value.isEmpty() && !value.equals(earlier.value);
    }
}
