package dev.sonde.sim.network.ice;

/** Where an agent is, in the words of {@code RTCIceConnectionState}. */
public enum AgentState {
    NEW,
    CHECKING,
    CONNECTED,
    DISCONNECTED,
    FAILED,
    CLOSED
}
