package dev.sonde.sim.population;

/** The people of a scenario, as drawn, do not fit together. */
public final class PopulationException extends Exception {

    PopulationException(String message) {
        super(message);
    }
}
