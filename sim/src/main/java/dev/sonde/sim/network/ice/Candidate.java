package dev.sonde.sim.network.ice;

import dev.sonde.sim.network.nat.Endpoint;

/**
 * An address at which one side can perhaps be reached.
 *
 * @param type of the address
 * @param endpoint the address itself, as the other side is told
 * @param base what it is sent from: the host's own socket, or the relayed address
 * @param priority of the candidate, section 5.1.2
 * @param foundation equal for candidates that will probably fare alike (section 5.1.1.3)
 */
public record Candidate(
        CandidateType type, long endpoint, long base, int priority, int foundation) {

    /** One of the usual priority, told by its owner. */
    public static Candidate of(CandidateType type, long endpoint, long base) {
        // One host address and one server, so the type alone tells foundations apart.
        return new Candidate(type, endpoint, base, type.priority(), type.ordinal());
    }

    /** One learned from a check that came from there (section 7.3.1.3). */
    static Candidate peerReflexive(long endpoint, int priority, int foundation) {
        return new Candidate(CandidateType.PRFLX, endpoint, endpoint, priority, foundation);
    }

    boolean isRelay() {
        return type == CandidateType.RELAY;
    }

    @Override
    public String toString() {
        return type.word() + " " + Endpoint.text(endpoint);
    }
}
