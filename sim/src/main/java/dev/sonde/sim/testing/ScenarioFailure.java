package dev.sonde.sim.testing;

/** A run was not as a test expects; the message says all that is known of it. */
final class ScenarioFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    ScenarioFailure(String message) {
        super(message);
    }
}
