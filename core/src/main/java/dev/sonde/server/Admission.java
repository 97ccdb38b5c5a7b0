package dev.sonde.server;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

/**
 * What a handshake came to.
 *
 * @param subject who it is; null in development mode if the page will say so by an event
 * @param pool the pool that this connection belongs to for good
 */
record Admission(@Nullable SubjectId subject, Instance instance, String pool) {}
