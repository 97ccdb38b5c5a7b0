/** Code that breaks a house rule on purpose. */
@NullMarked
package dev.sonde.architecture.planted.ring.b;

import org.jspecify.annotations.NullMarked;
