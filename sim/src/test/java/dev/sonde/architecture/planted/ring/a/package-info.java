/** Code that breaks a house rule on purpose. */
@NullMarked
package dev.sonde.architecture.planted.ring.a;

import org.jspecify.annotations.NullMarked;
