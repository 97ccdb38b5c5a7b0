/** Code that breaks a house rule on purpose. */
@NullMarked
package dev.sonde.architecture.planted.kernel;

import org.jspecify.annotations.NullMarked;
