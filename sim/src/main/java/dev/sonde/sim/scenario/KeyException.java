package dev.sonde.sim.scenario;

/** A value that does not go with the rest of its record. Says which key is to blame. */
final class KeyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;
    private final String help;

    KeyException(String key, String message, String help) {
        super(message);
        this.problem = message;
        this.key = key;
        this.help = help;
    }

    String key() {
        return key;
    }

    String problem() {
        return problem;
    }

    String help() {
        return help;
    }
}
