package dev.sonde.sim.cli;

import java.io.Serial;

/** The lobby under test does not come back from a call. The message says where. */
final class HangException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    HangException(String message) {
        super(message);
    }
}
