package dev.sonde.sim.study;

import java.io.Serial;

/** A study that cannot be done as asked. The message says what was seen and what to do. */
public final class StudyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public StudyException(String message) {
        super(message);
    }
}
