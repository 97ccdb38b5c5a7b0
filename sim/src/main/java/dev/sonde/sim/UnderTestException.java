package dev.sonde.sim;

/** A scenario names a coordinator or a matchmaker that cannot be found or made. */
public final class UnderTestException extends Exception {

    UnderTestException(String message) {
        super(message);
    }
}
