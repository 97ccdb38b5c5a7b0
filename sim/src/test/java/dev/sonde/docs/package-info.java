/**
 * Holds what is written in README and docs against the code: links, commands, outputs, tables.
 *
 * <p>Start with {@code DocsTest}.
 */
@NullMarked
package dev.sonde.docs;

import org.jspecify.annotations.NullMarked;
