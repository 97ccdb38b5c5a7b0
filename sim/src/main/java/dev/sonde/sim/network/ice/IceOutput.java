package dev.sonde.sim.network.ice;

/** What an agent wants done, and the chance it needs. Never calls back into the agent. */
public interface IceOutput {

    /**
     * Send a check (a STUN Binding request).
     *
     * @param from the base it is sent from
     * @param priority its PRIORITY attribute
     * @param nominate true if it carries USE-CANDIDATE
     */
    void check(Candidate from, long to, long transaction, int priority, boolean nominate);

    /** Answer a check with the address that it came from. */
    void answer(Candidate from, long to, long transaction);

    /** Answer a check with 487 (Role Conflict). */
    void conflict(Candidate from, long to, long transaction);

    /** Ask the TURN server to let packets of this endpoint in; {@code permitted} follows. */
    void permit(long peer);

    /** Data goes over this pair from now on. */
    void using(CandidatePair pair);

    /** Something worth telling happened to a pair. */
    void fared(CandidatePair pair, String how);

    void stateChanged(AgentState state);

    /** A number from 0 to {@code bound - 1}, by chance. */
    long draw(long bound);
}
