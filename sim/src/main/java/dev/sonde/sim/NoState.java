package dev.sonde.sim;

import dev.sonde.sim.state.Treatments;

/** What is no state of a run although objects of the run hold it, and why. One place for all. */
final class NoState {

    static final Treatments TABLE = Treatments.of(
            """
            constant dev.sonde.sim.kernel.Kernel, its events are visited
            constant dev.sonde.sim.kernel.Choices, the same in all runs
            constant dev.sonde.sim.Blueprint, the scenario
            constant dev.sonde.sim.scenario.Scenario, the scenario
            constant dev.sonde.sim.RunOptions, the seed and the schedule
            constant dev.sonde.sim.Chronicle, the trace: nobody reads it during the run
            constant dev.sonde.sim.Recorder, rows for the report: who waits is what the claims know
            constant dev.sonde.sim.oracle.ReachedLabels, counts for the report
            constant dev.sonde.sim.oracle.OracleSettings, the scenario
            constant dev.sonde.transitions.Visits, counts for the report
            constant dev.sonde.transitions.TransitionTable, never changes
            constant dev.sonde.sim.peer.PersonSpec, the scenario
            constant dev.sonde.sim.network.Profile, the scenario
            constant dev.sonde.sim.network.LinkSpec, the scenario
            constant dev.sonde.sim.network.Host, the scenario
            constant dev.sonde.sim.network.SignallingSettings, the scenario
            constant dev.sonde.sim.network.Paths, the scenario
            constant dev.sonde.lobby.LobbyConfig, the scenario
            constant dev.sonde.presence.PresenceConfig, the scenario
            constant dev.sonde.probe.ProbeConfig, the scenario
            constant dev.sonde.matchmaking.WaitingConfig, the scenario
            constant dev.sonde.matchmaking.PauseConfig, the scenario
            name dev.sonde.protocol.ProbeId, probe: a random name
            name dev.sonde.protocol.MatchId, match: a random name
            name dev.sonde.protocol.SocketId, connection: counts connections
            named dev.sonde.sim.network.SignallingConnection.number, connection: counts them
            named dev.sonde.sim.Uplinks.handshakes, connection: by their numbers
            not dev.sonde.sim.network.Signalling.connections, the next number is only a name
            not dev.sonde.sim.SimulatedIds.probes, the next name is as good as any
            not dev.sonde.sim.SimulatedIds.matches, the next name is as good as any
            not dev.sonde.sim.kernel.Draws.choices, the same for all
            not dev.sonde.sim.kernel.Draws.owner, stands where it stands
            not dev.sonde.sim.kernel.Draws.kind, stands where it stands
            not dev.sonde.sim.kernel.Draws.label, stands where it stands
            not dev.sonde.sim.kernel.Draws.key, follows from owner, kind and label
            not dev.sonde.sim.kernel.Draws.hasKey, follows from nothing
            """);

    private NoState() {}
}
