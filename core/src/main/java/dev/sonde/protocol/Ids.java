package dev.sonde.protocol;

/**
 * Where new names come from. In production a secure source, in simulation keyed draws. Each call
 * gives a name that was never given before.
 */
public interface Ids {

    ProbeId nextProbe();

    MatchId nextMatch();
}
