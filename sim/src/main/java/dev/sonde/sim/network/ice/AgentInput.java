package dev.sonde.sim.network.ice;

/** What can happen to an agent as a whole. */
public enum AgentInput {
    /** The other side's description is known. */
    START,
    /** A check by a usable pair was answered. */
    ANSWERED,
    /** Checks by the pair in use go unanswered. */
    SILENT,
    /** No pair is left, or nothing worked for too long. */
    GIVE_UP,
    CLOSE
}
