/**
 * For other people's tests: scenarios as JUnit Jupiter tests, and as values that jqwik draws.
 *
 * <p>Start with {@link dev.sonde.sim.testing.ScenarioTest} (JUnit),
 * {@link dev.sonde.sim.testing.ScenarioArbitraries} (jqwik) or
 * {@link dev.sonde.sim.testing.ScenarioRun} (neither); docs/testing-your-coordinator.md shows all
 * three. JUnit and jqwik are optional: whoever uses these classes brings them along. Imports what
 * runs and judges a scenario; nothing imports it.
 */
@NullMarked
package dev.sonde.sim.testing;

import org.jspecify.annotations.NullMarked;
