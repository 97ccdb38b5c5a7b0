package dev.sonde.sim.relayping;

import dev.sonde.sim.pack.WorldState;
import dev.sonde.sim.state.Treatments;

/** What is no state of a run although objects of the run hold it, and why. */
final class NoState {

    static final Treatments TABLE = Treatments.of(WorldState.LINES + """
            one dev.sonde.sim.relayping.Plan, the scenario
            one dev.sonde.sim.relayping.Settings, the scenario
            one dev.sonde.sim.relayping.Chronicle, the trace: nobody reads it during the run
            one dev.sonde.sim.relayping.Rows, rows for the report
            name dev.sonde.sim.relayping.PairId, pair: counts them
            named dev.sonde.sim.relayping.Member.connection, connection: counts them
            named dev.sonde.sim.relayping.Server.connections, connection: counts them
            named dev.sonde.sim.relayping.Judge.names, connection: counts them
            named dev.sonde.sim.relayping.Judge$Person.connection, connection: counts them
            not dev.sonde.sim.relayping.Coordinator.lastPair, the next number is only a name
            not dev.sonde.sim.relayping.Judge.event, for messages
            not dev.sonde.sim.relayping.Judge.nowNanos, for messages
            not dev.sonde.sim.relayping.Judge.last, of the step that is over
            not dev.sonde.sim.relayping.Server.timerDueNanos, its event is visited
            """);

    private NoState() {}
}
