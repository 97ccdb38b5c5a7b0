package dev.sonde.sim;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.network.ClientEnd;
import dev.sonde.sim.network.CloseCause;
import dev.sonde.sim.network.Direction;
import dev.sonde.sim.network.Signalling;
import dev.sonde.sim.network.SignallingConnection;
import dev.sonde.sim.peer.Uplink;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

/** The browsers' ends of all connections, and what the server learns of each at the handshake. */
final class Uplinks {

    private final Signalling signalling;
    private final Wire wire;
    private final Chronicle chronicle;

    /** What a connection's handshake says: in production, what the token says. */
    record Handshake(SubjectId subject, Instance instance) {}

    Uplinks(Signalling signalling, Wire wire, Chronicle chronicle) {
        this.signalling = signalling;
        this.wire = wire;
        this.chronicle = chronicle;
    }

    Uplink connect(SubjectId subject, Instance instance, Uplink.Listener listener) {
        End end = new End(subject, new Handshake(subject, instance), listener);
        SignallingConnection connection = signalling.open(subject.value(), end);
        end.connection = connection;
        return end;
    }

    /** This person will not connect any more. */
    void forget(SubjectId subject) {
        signalling.forget(subject.value());
    }

    /** What was said when this connection opened. */
    static Handshake handshake(SignallingConnection connection) {
        if (connection.client() instanceof End end) {
            return end.handshake;
        }
        throw new IllegalStateException("no handshake of " + connection);
    }

    /** One browser's end. */
    private final class End implements Uplink, ClientEnd {

        private final SubjectId subject;
        private final Handshake handshake;
        private final Uplink.Listener listener;
        private @Nullable SignallingConnection connection;
        private boolean deserted;

        End(SubjectId subject, Handshake handshake, Uplink.Listener listener) {
            this.subject = subject;
            this.handshake = handshake;
            this.listener = listener;
        }

        private SignallingConnection connection() {
            SignallingConnection opened = connection;
            if (opened == null) {
                throw new IllegalStateException("the connection is used before it was made");
            }
            return opened;
        }

        @Override
        public void send(ClientMessage message) {
            connection().sendToServer(wire.toServer(message), Sizes.of(message));
        }

        @Override
        public void close() {
            connection().closeByClient();
        }

        @Override
        public void vanish() {
            deserted = true;
            connection().silence("vanished");
        }

        @Override
        public void readSlowly(long delayNanos) {
            connection().readSlowly(delayNanos, Long.MAX_VALUE);
        }

        @Override
        public void pause(long untilNanos) {
            for (Direction direction : Direction.values()) {
                signalling.stall(subject.value(), direction, untilNanos, "paused");
            }
        }

        @Override
        public SocketId socket() {
            return new SocketId(connection().number());
        }

        @Override
        public void opened() {
            listener.onOpen();
        }

        @Override
        public void received(Object message) {
            ServerMessage read = wire.atClient(message);
            chronicle.add(TraceEntry.Kind.DELIVER, Chronicle.SERVER, subject.value(), read);
            listener.onMessage(read);
        }

        @Override
        public void closed(CloseCause cause) {
            // Who has let go of a connection knows of its end; its watchdog's word comes too late.
            if (!deserted) {
                listener.onClosed(!cause.comesBack());
            }
        }
    }
}
