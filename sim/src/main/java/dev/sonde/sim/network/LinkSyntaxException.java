package dev.sonde.sim.network;

import java.util.List;

/** A link's text was not understood. Says which word, where, and what was expected there. */
public final class LinkSyntaxException extends IllegalArgumentException {

    private final String word;
    private final int offset;
    private final String expected;
    private final List<String> known;

    LinkSyntaxException(String word, int offset, String expected, List<String> known) {
        super((word.isEmpty() ? "the text ends" : "'" + word + "'") + " at offset " + offset
                + ", expected " + expected);
        this.word = word;
        this.offset = offset;
        this.expected = expected;
        this.known = List.copyOf(known);
    }

    /** The word that was not understood; empty if the text ended too early. */
    public String word() {
        return word;
    }

    /** Where the word begins, in UTF-16 units from 0. */
    public int offset() {
        return offset;
    }

    /** What may stand there. */
    public String expected() {
        return expected;
    }

    /** The words that may stand there; empty if none is fixed. */
    public List<String> known() {
        return known;
    }
}
