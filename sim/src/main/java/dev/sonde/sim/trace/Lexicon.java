package dev.sonde.sim.trace;

/** Gives the things that a protocol pack puts into a trace their numbers and their words. */
public interface Lexicon {

    /** Integers only, never a hash code: equal things give equal numbers on every JVM. */
    long fingerprint(Object what);

    /** One line without line breaks; never a credential, never a description's text. */
    String label(Object what);
}
