package dev.sonde.sim.scenario;

/**
 * One thing that goes wrong. Each kind is a record; the first key that names the kind tells which.
 *
 * <p>Messages about kinds, the schema and the reference name them in the order of the
 * {@code permits} clauses.
 */
public sealed interface FaultEntry permits TimedFault, MessageFault, Lose, Storm {}
