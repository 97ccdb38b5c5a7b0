/**
 * Scenario files and the records they become: who takes part, over which network, what goes wrong,
 * and what is expected of it.
 *
 * <p>Start with {@link dev.sonde.sim.scenario.Scenario} (what a file says),
 * {@link dev.sonde.sim.scenario.ScenarioReader} (file to records) and
 * {@link dev.sonde.sim.scenario.ScenarioWriter} (records to file). Each key is stated once, by a
 * {@link dev.sonde.sim.scenario.Key} on its record component; reader, writer, JSON Schema and
 * reference page all read it there. Plain data, builds no behaviour. Imports protocol, kernel and
 * network.
 */
@NullMarked
package dev.sonde.sim.scenario;

import org.jspecify.annotations.NullMarked;
