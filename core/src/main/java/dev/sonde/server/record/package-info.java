/**
 * Sessions as files: what arrived at a lobby and what it did, with people's names and what they
 * sent each other replaced, so that the very same can happen again without them.
 *
 * <p>Start with {@link dev.sonde.server.record.SessionRecorder}; the format is one JSON object a
 * line.
 */
@NullMarked
package dev.sonde.server.record;

import org.jspecify.annotations.NullMarked;
