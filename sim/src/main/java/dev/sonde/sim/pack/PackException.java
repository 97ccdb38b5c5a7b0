package dev.sonde.sim.pack;

/** A scenario that no pack, or not its own, can run; the message says why and what would help. */
public final class PackException extends Exception {

    private static final long serialVersionUID = 1;

    public PackException(String message) {
        super(message);
    }

    public PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
