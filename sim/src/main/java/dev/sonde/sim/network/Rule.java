package dev.sonde.sim.network;

/** Something that happens to certain packets. It may count them, so it belongs to one run. */
public interface Rule {

    /** Says what happens to this packet; {@link RuleVerdict#PASS} if nothing does. */
    RuleVerdict judge(Packet packet);

    /** Hears of a packet that an earlier rule decided on. */
    default void overruled(Packet packet) {}

    /** As the trace shows it. */
    String name();

    /** How often it took effect so far: its proof of delivery. */
    long effects();
}
