/** A process that is a coordinator, for tests. */
@NullMarked
package dev.sonde.sim.child;

import org.jspecify.annotations.NullMarked;
