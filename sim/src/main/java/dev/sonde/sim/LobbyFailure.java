package dev.sonde.sim;

/**
 * The lobby under test did what no lobby may do: it threw, or spoke of people who are not there. It
 * is the fault of the code under test, never of the bench, and ends the run.
 */
public final class LobbyFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param words what it did, in one line */
    public LobbyFailure(String words) {
        super(words);
    }

    /**
     * @param words what it did, in one line
     * @param cause what showed it
     */
    public LobbyFailure(String words, Throwable cause) {
        super(words, cause);
    }
}
