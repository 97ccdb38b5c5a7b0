package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.trace.Story;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the verbs need of the rest of the project. */
interface Workbench {

    /** A scenario that can be run with any seed. */
    interface Experiment {

        String name();

        /** The protocol that it is for. */
        String protocol();

        /** What is measured of its runs. */
        List<Metric> metrics();

        /** The seed that the file states. */
        long seed();

        /**
         * Runs once, from start to quiescence or a limit.
         *
         * @param pulse of this thread
         * @throws InputException if the scenario cannot be run
         */
        JudgedRun run(long seed, boolean recordTrace, Pulse pulse) throws InputException;

        /**
         * Runs once, as a part of a study: without a trace, and the most matches that were possible
         * are worked out.
         *
         * @param pulse of this thread
         * @throws InputException if the scenario cannot be run
         */
        JudgedRun studied(long seed, Pulse pulse) throws InputException;

        /**
         * Tells a recorded run of this scenario.
         *
         * @param mostSteps about how many steps may be told
         */
        Story story(RunResult run, int mostSteps);

        /** What the file says of itself; may be empty. */
        String description();

        /** What the file wants of a study. */
        List<Goal> goals();

        /**
         * The same scenario with other values of some keys.
         *
         * @param changes texts as a file would have them, by the paths of their keys
         * @throws InputException if there is no such key, or it cannot have that value
         */
        Experiment with(Map<String, String> changes) throws InputException;

        /** What the file expects. */
        Expected expected();

        /** The same scenario, to be run under many schedules. */
        Explored explored();

        /** How far schedules may stray. */
        Grid grid();

        /** True if an exhaustive search can tell two states of its runs to be the same. */
        default boolean hasComparableStates() {
            return true;
        }
    }

    /** The same, for scenarios of these packs. */
    Workbench testing(Packs packs);

    /** Every metric of every pack, each once. */
    List<Metric> metrics();

    /**
     * Reads a scenario file.
     *
     * @param underTest another lobby than the file's, null for the file's own
     * @throws InputException if it cannot be read or is wrong; the message says where
     */
    Experiment load(Path file, @Nullable String underTest) throws InputException;

    /** How long a run may stand still before it is given up. */
    default long patienceNanos() {
        return Campaign.PATIENCE_NANOS;
    }

    /** The JSON Schema of scenario files. */
    String schema();

    /** The presets of the network with their numbers, for people. */
    String presets();
}
