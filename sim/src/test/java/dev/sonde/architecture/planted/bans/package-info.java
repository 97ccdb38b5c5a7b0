/** Code that breaks a house rule on purpose. */
@NullMarked
package dev.sonde.architecture.planted.bans;

import org.jspecify.annotations.NullMarked;
