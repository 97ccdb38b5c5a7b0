package dev.sonde.sim.scenario;

import java.util.List;
import java.util.OptionalLong;

/**
 * When the members of a crowd arrive. The crowd's {@code from}, {@code until} and {@code count}
 * bound all of them.
 */
public sealed interface Arrivals {

    /** Independent arrivals at a mean rate. */
    record Poisson(Rate rate) implements Steady {}

    /**
     * One arrival after another, the first at once.
     *
     * @param gapNanos more than 0
     */
    record Every(long gapNanos) implements Steady {

        public Every {
            requirePositive(gapNanos);
        }
    }

    /**
     * Many at one instant.
     *
     * @param size how many, at least 1
     * @param gapNanos after which the next such burst comes, more than 0; empty if there is one
     *     only
     */
    record Burst(long size, OptionalLong gapNanos) implements Steady {

        public Burst {
            if (size < 1) {
                throw new IllegalArgumentException("a burst has at least one person");
            }
            gapNanos.ifPresent(Arrivals::requirePositive);
        }
    }

    /** What may stand alone or as one phase. */
    sealed interface Steady extends Arrivals permits Poisson, Every, Burst {}

    /** One after another; nobody comes after the last one. */
    record Phases(List<Phase> phases) implements Arrivals {

        public Phases {
            phases = List.copyOf(phases);
            if (phases.isEmpty()) {
                throw new IllegalArgumentException("there is at least one phase");
            }
        }
    }

    /**
     * Arrivals that were recorded.
     *
     * @param file as named in the scenario
     * @param people in the order of their arrival
     */
    record Recorded(String file, List<Arrival> people) implements Arrivals {

        public Recorded {
            people = List.copyOf(people);
        }
    }

    /**
     * One row of an arrivals file.
     *
     * @param atNanos from the start of the run, at least 0
     * @param profile empty if the crowd's mix decides
     * @param serverRttNanos empty if the crowd's distribution decides
     */
    record Arrival(String id, long atNanos, String profile, OptionalLong serverRttNanos) {}

    /** One phase of a crowd that arrives in phases. */
    record Phase(
            @Key(value = "for", min = "1ms", doc = "How long this phase lasts.", example = "60s")
            long forNanos,

            @Key(
                    value = "arrivals",
                    doc = "When people arrive in this phase.",
                    example = "poisson 2/s")
            Steady arrivals) {}

    private static void requirePositive(long nanos) {
        if (nanos <= 0) {
            throw new IllegalArgumentException("the gap between arrivals is more than 0");
        }
    }
}
