package dev.sonde.sim.state;

/** An object of the run can't be looked into, so its state can't be told from another. */
public final class UnreadableStateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableStateException(String message) {
        super(message);
    }

    UnreadableStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
