package dev.sonde.sim.network;

/** A link's text was not understood. Says which word, where, and what was expected there. */
public final class LinkSyntaxException extends IllegalArgumentException {

    private final String word;
    private final int offset;
    private final String expected;
    private final String nearest;

    LinkSyntaxException(String word, int offset, String expected, String nearest) {
        super((word.isEmpty() ? "the text ends" : "'" + word + "'")
                + " at offset " + offset + ", expected " + expected
                + (nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?"));
        this.word = word;
        this.offset = offset;
        this.expected = expected;
        this.nearest = nearest;
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

    /** The known word that is most like the one that was found; empty if none is. */
    public String nearest() {
        return nearest;
    }
}
