package dev.sonde.sim.oracle;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SocketId;

/** What inputs and effects told about one connection. */
final class Connection {

    final SocketId socket;
    final Person person;
    final Instance instance;

    /** Step in which a disconnect of it was put in; 0 while it is open. */
    long goneStep;

    /** Step in which another connection took its place; 0 if none did. */
    long replacedStep;

    /** True once the lobby itself ended it. */
    boolean closedByLobby;

    Connection(SocketId socket, Person person, Instance instance) {
        this.socket = socket;
        this.person = person;
        this.instance = instance;
    }

    boolean isCurrent() {
        return person.connection == this;
    }
}
