package dev.sonde.sim.relayping;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.network.Direction;
import dev.sonde.sim.network.NetworkListener;
import dev.sonde.sim.network.SignallingConnection;
import dev.sonde.sim.trace.Lexicon;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

/** Writes into the trace, with the kernel's event number and time. */
record Chronicle(Kernel kernel, Trace trace) implements NetworkListener {

    static final String SERVER = "server";
    static final String FAULT = "fault";

    private static final String NETWORK = "network";

    /** Everything of this protocol is its own words, in which no number depends on the machine. */
    enum Words implements Lexicon {
        WORDS;

        @Override
        public long fingerprint(Object what) {
            return Mix.mix(label(what));
        }

        @Override
        public String label(Object what) {
            return what.toString();
        }
    }

    void add(TraceEntry.Kind kind, String from, String to, Object what) {
        trace.add(kernel.events(), kernel.nowNanos(), kind, from, to, what);
    }

    @Override
    public String kind(Direction direction, Object message) {
        String words = message.toString();
        int space = words.indexOf(' ');
        if (message instanceof Message.Over) {
            return "over";
        }
        return space < 0 ? words : words.substring(0, space);
    }

    @Override
    public void lost(
            SignallingConnection connection, Direction direction, Object message, String rule) {
        boolean up = direction == Direction.TO_SERVER;
        add(
                TraceEntry.Kind.NETWORK,
                up ? connection.person() : SERVER,
                up ? SERVER : connection.person(),
                "lost: " + message + ", by " + rule);
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
}
