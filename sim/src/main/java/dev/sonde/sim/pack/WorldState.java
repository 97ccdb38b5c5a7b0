package dev.sonde.sim.pack;

/** What is no state of a run in the world that all packs share, for digests of the state. */
public final class WorldState {

    /** Lines for {@link dev.sonde.sim.state.Treatments}. */
    public static final String LINES = """
            one dev.sonde.sim.kernel.Kernel, its events are visited
            one dev.sonde.sim.kernel.Choices, the same in all runs
            one dev.sonde.sim.scenario.Scenario, the scenario
            constant dev.sonde.sim.peer.PersonSpec, the scenario
            constant dev.sonde.sim.network.Profile, the scenario
            constant dev.sonde.sim.network.LinkSpec, the scenario
            constant dev.sonde.sim.network.Host, the scenario
            one dev.sonde.sim.network.SignallingSettings, the scenario
            one dev.sonde.sim.network.Paths, the scenario
            named dev.sonde.sim.network.SignallingConnection.number, connection: counts them
            not dev.sonde.sim.network.Proof.delivered, for the report
            not dev.sonde.sim.network.Signalling.connections, the next number is only a name
            not dev.sonde.sim.kernel.Draws.choices, the same for all
            not dev.sonde.sim.kernel.Draws.owner, stands where it stands
            not dev.sonde.sim.kernel.Draws.kind, stands where it stands
            not dev.sonde.sim.kernel.Draws.label, stands where it stands
            not dev.sonde.sim.kernel.Draws.key, follows from owner, kind and label
            not dev.sonde.sim.kernel.Draws.hasKey, follows from nothing
            not dev.sonde.sim.network.Stream.handles, its events are visited
            not dev.sonde.sim.network.Stream.head, where the ring begins says nothing
            not dev.sonde.sim.network.Stream.channel, the number of a channel is only a name
            ring dev.sonde.sim.network.Stream.messages, head count: a ring
            ring dev.sonde.sim.network.Stream.whats, head count: a ring
            ring dev.sonde.sim.network.Stream.sizes, head count: a ring
            ring dev.sonde.sim.network.Stream.earliestNanos, head count: a ring
            ring dev.sonde.sim.network.Stream.latestNanos, head count: a ring
            ahead dev.sonde.sim.network.Link.busyUntilNanos, raised to now before it is used
            ahead dev.sonde.sim.network.Link.lastArrivalNanos, no packet arrives before now
            """;

    private WorldState() {}
}
