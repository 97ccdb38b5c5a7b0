/**
 * The command line: verbs, exit codes, progress. The only main of the project.
 *
 * <p>Start with {@link dev.sonde.sim.cli.Main}; {@link dev.sonde.sim.cli.RunCommand} is the verb
 * that matters most. May import everything; nothing imports it. The only package of the simulation
 * that may look at the clock on the wall.
 */
@NullMarked
package dev.sonde.sim.cli;

import org.jspecify.annotations.NullMarked;
