package dev.sonde.sim.network;

/**
 * One person's machine as the media plane sees it.
 *
 * @param lan people with the same name here share one NAT and reach each other's host candidates;
 *     empty for a network of one's own
 */
public record Host(String person, Profile profile, String lan) {}
