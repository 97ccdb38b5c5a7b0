package dev.sonde.bench.table;

/** What was to be measured is not here; the message says why. */
final class MissingException extends Exception {

    private static final long serialVersionUID = 1;

    MissingException(String message) {
        super(message);
    }
}
