package dev.sonde.sim.child;

/** The process cannot be started, or is no coordinator. */
public final class ChildException extends Exception {

    private static final long serialVersionUID = 1;

    ChildException(String message, Throwable cause) {
        super(message, cause);
    }
}
