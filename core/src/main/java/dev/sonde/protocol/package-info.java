/**
 * The wire vocabulary: what clients and the coordinator say to each other, as immutable records.
 *
 * <p>Start with {@link dev.sonde.protocol.ClientMessage} and
 * {@link dev.sonde.protocol.ServerMessage}; {@link dev.sonde.protocol.Codec} turns them into JSON
 * and back. Imports Jackson's tree and nothing else of the project.
 */
@NullMarked
package dev.sonde.protocol;

import org.jspecify.annotations.NullMarked;
