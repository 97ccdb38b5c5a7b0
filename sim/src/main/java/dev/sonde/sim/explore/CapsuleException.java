package dev.sonde.sim.explore;

/** A capsule cannot be made or used. The message says what was seen and what to do. */
public final class CapsuleException extends Exception {

    private static final long serialVersionUID = 1;

    public CapsuleException(String message) {
        super(message);
    }

    public CapsuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
