package dev.sonde.sim.network;

/** How far any two people are apart on the media plane, before their own links are added. */
public interface Paths {

    /** One-way delay from one person to another, in nanoseconds. The two directions may differ. */
    long oneWayNanos(String from, String to);

    /** One-way delay between a person and the TURN server, in nanoseconds. */
    long toTurnNanos(String person);
}
