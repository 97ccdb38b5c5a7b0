package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.ice.IceAgent;
import dev.sonde.sim.network.transport.DtlsTable;
import dev.sonde.sim.network.transport.SctpTable;
import dev.sonde.sim.network.turn.ClientTable;
import dev.sonde.sim.network.turn.ServerTable;
import dev.sonde.transitions.Visits;

/** Which rules of each machine were used on one plane. */
public record Coverage(
        IceAgent.Coverage ice, Visits turnClients, Visits turnServer, Visits dtls, Visits sctp) {

    public Coverage() {
        this(
                new IceAgent.Coverage(),
                ClientTable.TABLE.newVisits(),
                ServerTable.TABLE.newVisits(),
                DtlsTable.TABLE.newVisits(),
                SctpTable.TABLE.newVisits());
    }
}
