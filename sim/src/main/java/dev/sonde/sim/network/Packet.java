package dev.sonde.sim.network;

/**
 * A message at the relay as rules see it: words that a protocol pack chooses.
 *
 * @param kind what sort of message, such as {@code signal}
 * @param type what sort within the kind, such as {@code answer}; empty if there is none
 * @param from the person who sent it; empty for the server
 * @param to the person it goes to; empty for the server
 * @param atNanos when it is judged
 */
public record Packet(String kind, String type, String from, String to, long atNanos) {}
