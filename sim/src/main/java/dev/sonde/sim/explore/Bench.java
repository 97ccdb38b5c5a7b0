package dev.sonde.sim.explore;

import java.util.List;

/** What can be done with scenario files that failed, without knowing what they are about. */
public interface Bench {

    /**
     * Reads a scenario.
     *
     * @throws CapsuleException if it is none, or cannot be run
     */
    Explored read(String scenario) throws CapsuleException;

    /**
     * The scenario with one thing less, or one number simpler; the largest steps come first. Some
     * of these may be no scenarios.
     */
    List<String> simpler(String scenario);

    /**
     * The scenario with one thing that happens at a stated instant happening at one of these
     * instead.
     */
    List<String> moved(String scenario, List<Long> instantsNanos);

    /**
     * A file whose plain run takes these choices and expects the claim to be violated.
     *
     * @throws CapsuleException if the scenario is none
     */
    String file(String scenario, List<Choice> choices, String claim) throws CapsuleException;

    /**
     * A file whose plain run is in the order of time and expects the claim to be violated.
     *
     * @throws CapsuleException if the scenario is none
     */
    String fileInOrderOfTime(String scenario, String claim) throws CapsuleException;

    /** True if a plain run of the file violates the claim. */
    boolean violates(String file, String claim);
}
