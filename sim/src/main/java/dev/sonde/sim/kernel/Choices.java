package dev.sonde.sim.kernel;

/**
 * The one door for chance. A run is a function of its scenario, its seed and what comes out here.
 *
 * <p>Every choice has a key of its own: who owns it, of what kind, under which label, and the how
 * manieth of that label it is. Nothing is consumed from a shared stream, so one choice more here
 * changes none there.
 */
public interface Choices {

    /**
     * @param draws whose choice it is
     * @param ordinal counts the choices of {@code draws} from 0
     * @param bound at least 1
     * @return a value from 0 to {@code bound - 1}
     */
    long choose(Draws draws, long ordinal, long bound);

    /** The choices of one owner under one label, from the first one on. */
    default Draws draws(String owner, String kind, String label) {
        return new Draws(this, owner, kind, label);
    }
}
