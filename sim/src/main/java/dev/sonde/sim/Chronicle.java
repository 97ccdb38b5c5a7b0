package dev.sonde.sim;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Direction;
import dev.sonde.sim.network.NetworkListener;
import dev.sonde.sim.network.Packet;
import dev.sonde.sim.network.RuleVerdict;
import dev.sonde.sim.network.SignallingConnection;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

/** Writes into the trace, with the kernel's event number and time. */
final class Chronicle implements NetworkListener {

    static final String SERVER = "server";
    static final String NETWORK = "network";
    static final String FAULT = "fault";
    static final String NOBODY = "";

    private final Kernel kernel;
    private final Trace trace;
    private final Wire wire;
    private final @Nullable Notebook notes;

    /** @param notes are taken instead, for a trace that records no entries */
    Chronicle(Kernel kernel, Wire wire, Trace trace, @Nullable Notebook notes) {
        this.kernel = kernel;
        this.wire = wire;
        this.trace = trace;
        this.notes = notes;
    }

    Trace trace() {
        return trace;
    }

    void add(TraceEntry.Kind kind, String from, String to, Object what) {
        if (notes == null) {
            trace.add(kernel.events(), kernel.nowNanos(), kind, from, to, what);
        } else {
            notes.entry(kernel.events(), kernel.nowNanos(), kind, what);
        }
    }

    @Override
    public String kind(Direction direction, Object message) {
        Object plain = wire.plain(message, direction == Direction.TO_SERVER);
        if (plain instanceof ClientMessage.Signal signal) {
            return signal.type().wireName();
        }
        if (plain instanceof ServerMessage.RelayedSignal signal) {
            return signal.type().wireName();
        }
        if (plain instanceof ClientMessage said) {
            return said.event();
        }
        return plain instanceof ServerMessage told ? told.event() : String.valueOf(plain);
    }

    @Override
    public void lost(
            SignallingConnection connection, Direction direction, Object message, String rule) {
        boolean up = direction == Direction.TO_SERVER;
        String person = connection.person();
        add(
                TraceEntry.Kind.NETWORK,
                up ? person : SERVER,
                up ? SERVER : person,
                new Lost(wire.plain(message, up), rule));
    }

    @Override
    public void stalled(
            SignallingConnection connection, Direction direction, long untilNanos, String rule) {
        add(TraceEntry.Kind.NETWORK, NETWORK, connection.person(), "stalled by " + rule);
    }

    @Override
    public void released(SignallingConnection connection, Direction direction, String rule) {
        add(TraceEntry.Kind.NETWORK, NETWORK, connection.person(), "moves again after " + rule);
    }

    @Override
    public void ruled(Packet packet, RuleVerdict verdict, String rule) {
        add(TraceEntry.Kind.FAULT, FAULT, packet.from(), rule);
    }

    /** A message that will never arrive, and by which rule. */
    record Lost(Object message, String rule) {}
}
