package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;

/** Puts results on standard output. */
interface RunPrinter {

    /** A run is over. */
    void finished(RunLoop.Task task, JudgedRun run);

    /** All runs of a task are over, or as many as there will be. */
    void finished(RunLoop.Task task);

    /** Nothing more will come. */
    void end();
}
