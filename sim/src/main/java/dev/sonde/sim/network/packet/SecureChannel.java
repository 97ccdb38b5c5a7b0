package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.transport.Dtls;
import dev.sonde.sim.network.transport.Sctp;
import dev.sonde.sim.network.transport.SctpInput;
import dev.sonde.sim.network.transport.SctpState;
import dev.sonde.sim.network.transport.TransportTimers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * DTLS, SCTP and the data channel of one side. A chunk that overtakes the last flight of the
 * handshake is kept until that is there, as RFC 6347, section 4.1, allows.
 */
final class SecureChannel implements Dtls.Output, Sctp.Output {

    private final PacketPeerConnection connection;
    private final PacketMeasuring measuring;
    private final boolean offers;
    private final Dtls dtls;
    private final Sctp sctp;
    private @Nullable SctpInput early;
    private boolean secure;
    /**
     * Pings that overtook the opening of the channel. Until that is acknowledged, messages are
     * ordered (RFC 8832, section 6), so they wait for it.
     */
    private final List<Long> earlyPings = new ArrayList<>(0);

    /** @param offers true on the side that offered: DTLS server, opener of the channel */
    SecureChannel(PacketPeerConnection connection, PacketMeasuring measuring, boolean offers) {
        PacketMediaPlane plane = connection.plane();
        TransportTimers timers = plane.settings().timers();
        this.connection = connection;
        this.measuring = measuring;
        this.offers = offers;
        dtls = new Dtls(!offers, timers, this, plane.coverage().dtls());
        sctp = new Sctp(timers, this, plane.coverage().sctp());
    }

    void writable(long nowNanos, long rttNanos) {
        if (!secure) {
            dtls.writable(nowNanos, rttNanos);
        }
    }

    /** A datagram of the other side arrived. */
    void receive(long nowNanos, Datagram datagram) {
        SctpInput chunk = datagram.kind.chunk;
        if (datagram.kind.isDtls()) {
            dtls.onFlight(nowNanos, datagram.kind.flight());
        } else if (chunk != null) {
            onChunk(nowNanos, chunk);
        } else if (datagram.kind == Kind.PING && sctp.state() == SctpState.ESTABLISHED) {
            earlyPings.add(datagram.number);
        } else if (isOpen() && datagram.kind == Kind.PING) {
            measuring.onPing(nowNanos, datagram.number);
        } else if (isOpen() && datagram.kind == Kind.PONG) {
            measuring.onPong(nowNanos, datagram.number);
        }
    }

    private void onChunk(long nowNanos, SctpInput chunk) {
        if (secure) {
            sctp.onChunk(nowNanos, chunk);
        } else {
            early = chunk;
        }
    }

    boolean isOpen() {
        return sctp.isOpen();
    }

    boolean stands() {
        return secure && sctp.state() != SctpState.CLOSED && sctp.state() != SctpState.ABORTED;
    }

    long nextDeadlineNanos() {
        return Math.min(dtls.nextDeadlineNanos(), sctp.nextDeadlineNanos());
    }

    void wake(long nowNanos) {
        dtls.wake(nowNanos);
        sctp.wake(nowNanos);
    }

    void close() {
        dtls.close();
        sctp.close();
    }

    @Override
    public void flight(int number) {
        connection.sendData(Kind.ofFlight(number), 0);
    }

    @Override
    public void secured() {
        secure = true;
        connection.milestone("DTLS done");
        long now = connection.plane().kernel().nowNanos();
        if (offers) {
            sctp.associate(now);
        }
        SctpInput kept = early;
        early = null;
        if (kept != null) {
            sctp.onChunk(now, kept);
        }
    }

    @Override
    public void dtlsFailed() {
        connection.milestone("DTLS failed: no answer");
    }

    @Override
    public void chunk(SctpInput chunk) {
        connection.sendData(Kind.of(chunk), 0);
    }

    @Override
    public void opened() {
        connection.opens();
        for (long ping : earlyPings) {
            measuring.onPing(connection.plane().kernel().nowNanos(), ping);
        }
        earlyPings.clear();
    }

    @Override
    public void aborted() {
        connection.milestone("channel closed");
    }
}
