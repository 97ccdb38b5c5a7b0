package dev.sonde.sim.pack;

import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.trace.Story;

import java.util.function.Supplier;

/**
 * A scenario that can be run, as often as somebody likes. Runs share nothing that changes, so
 * several threads may use it.
 */
public interface Prepared {

    /**
     * Runs once, from the first arrival until nothing is left to do, a limit, or the schedule's
     * stop. The order is that of the wish, else that of the scenario's {@code schedule}.
     *
     * @param pulse begins with the run; who made it says when it ends
     * @throws PackException if the people of the scenario, as drawn, do not fit together
     */
    RunResult run(RunWish wish, Pulse pulse) throws PackException;

    /**
     * The same scenario, to be run under many schedules.
     *
     * @param pulses of the runners, each on its thread
     */
    Explored explored(Supplier<Pulse> pulses);

    /** True if an exhaustive search can tell two states of its runs to be the same. */
    default boolean hasComparableStates() {
        return true;
    }

    /**
     * Tells a recorded run of this scenario, up to an event and with it.
     *
     * @param mostSteps about how many steps may be told
     */
    default Story story(RunResult run, long upToEvent, int mostSteps) {
        return PlainStory.of(run, upToEvent, mostSteps);
    }

    /** Draws a recorded run up to the violation of a claim, as a Mermaid sequence diagram. */
    default String diagram(RunResult run, String claim) {
        return PlainStory.diagram(run, claim);
    }
}
