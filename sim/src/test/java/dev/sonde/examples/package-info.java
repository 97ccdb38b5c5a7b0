/**
 * Code that a user of the bench would write, shown in the README and kept true by running. Uses
 * public API only.
 */
@NullMarked
package dev.sonde.examples;

import org.jspecify.annotations.NullMarked;
