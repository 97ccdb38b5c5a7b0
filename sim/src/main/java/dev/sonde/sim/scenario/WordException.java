package dev.sonde.sim.scenario;

/** One text that cannot be understood. Where it stands is known to whoever asked. */
final class WordException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String help;
    private final int offset;

    WordException(String message, String help) {
        this(message, help, 0);
    }

    /** @param offset where in the text the trouble begins, from 0 */
    WordException(String message, String help, int offset) {
        super(message);
        this.problem = message;
        this.help = help;
        this.offset = offset;
    }

    String problem() {
        return problem;
    }

    String help() {
        return help;
    }

    int offset() {
        return offset;
    }
}
