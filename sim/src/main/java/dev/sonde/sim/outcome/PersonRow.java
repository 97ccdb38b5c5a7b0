package dev.sonde.sim.outcome;

/**
 * One person of the scenario. Times are nanoseconds from the start of the run, -1 for "never".
 *
 * @param group the crowd's name, or the id itself for somebody who was listed
 * @param profile name of the network profile
 * @param nat the profile's NAT class
 * @param region row of the matrix that the person is in, empty for none
 * @param ownRttNanos the base of the person's own round-trip times, for deciles
 * @param firstJoinNanos when the server first put the person into waiting
 * @param matchedNanos when the first match formed that was not cancelled later
 * @param end {@code matched}, {@code left}, {@code lost}, {@code expired}, {@code shutdown},
 *     {@code waiting} or {@code never-joined}
 * @param abandoned true if the person ran out of patience and left
 */
public record PersonRow(
        String id,
        String group,
        String profile,
        String nat,
        String region,
        long ownRttNanos,
        long firstJoinNanos,
        long matchedNanos,
        String end,
        boolean abandoned) {}
