package dev.sonde.sim.network.transport;

import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

/**
 * One side of a DTLS handshake. Each flight is one datagram: with the small certificates of
 * browsers all four fit.
 */
public final class Dtls {

    /** What a side wants done. Never calls back. */
    public interface Output {

        /** Send a flight, 1 to 4. */
        void flight(int number);

        /** Keys are there: this side may send data. */
        void secured();

        void dtlsFailed();
    }

    private final boolean client;
    private final TransportTimers timers;
    private final Output output;
    private final Visits visits;
    private final Resend resend;
    private DtlsState state = DtlsState.IDLE;
    private long rttNanos;

    public Dtls(boolean client, TransportTimers timers, Output output, Visits visits) {
        this.client = client;
        this.timers = timers;
        this.output = output;
        this.visits = visits;
        this.resend = new Resend(timers.dtlsTries());
    }

    public DtlsState state() {
        return state;
    }

    /**
     * ICE found a pair that works; only the first time counts.
     *
     * @param pairRttNanos round trip of its check
     */
    public void writable(long nowNanos, long pairRttNanos) {
        boolean kept = state == DtlsState.HELLO_KEPT;
        DtlsState next = client ? DtlsState.AWAITING_2 : DtlsState.AWAITING_1;
        if (state == DtlsState.IDLE || kept) {
            rttNanos = pairRttNanos;
        }
        if (move(DtlsInput.WRITABLE, kept ? DtlsState.AWAITING_3 : next)) {
            if (kept) {
                send(nowNanos, 2);
            } else if (client) {
                send(nowNanos, 1);
            }
        }
    }

    /** A flight of the other side arrived. */
    public void onFlight(long nowNanos, int number) {
        switch (number) {
            case 1 -> onHello(nowNanos);
            case 2 -> {
                if (move(DtlsInput.FLIGHT_2, DtlsState.AWAITING_4)) {
                    send(nowNanos, 3);
                }
            }
            case 3 -> onClientFinished();
            case 4 -> {
                if (move(DtlsInput.FLIGHT_4, DtlsState.SECURE)) {
                    resend.stop();
                    output.secured();
                }
            }
            default -> throw new IllegalArgumentException("DTLS has no flight " + number);
        }
    }

    private void onHello(long nowNanos) {
        boolean early = state == DtlsState.IDLE;
        if (move(DtlsInput.FLIGHT_1, early ? DtlsState.HELLO_KEPT : DtlsState.AWAITING_3)
                && !early) {
            send(nowNanos, 2);
        }
    }

    private void onClientFinished() {
        boolean first = state == DtlsState.AWAITING_3;
        if (move(DtlsInput.FLIGHT_3, DtlsState.SECURE)) {
            resend.stop();
            output.flight(4);
            if (first) {
                output.secured();
            }
        }
    }

    private void send(long nowNanos, int flight) {
        resend.first(nowNanos, timers.firstDtlsNanos(rttNanos));
        output.flight(flight);
    }

    /** Does what is due. */
    public void wake(long nowNanos) {
        if (!resend.isDue(nowNanos)) {
            return;
        }
        if (resend.again(nowNanos)) {
            move(DtlsInput.TIMER, state);
            output.flight(
                    switch (state) {
                        case AWAITING_2 -> 1;
                        case AWAITING_3 -> 2;
                        default -> 3;
                    });
        } else {
            resend.stop();
            move(DtlsInput.EXHAUSTED, DtlsState.FAILED);
            output.dtlsFailed();
        }
    }

    /** When to be woken; {@link Long#MAX_VALUE} if never. */
    public long nextDeadlineNanos() {
        return resend.dueNanos();
    }

    public void close() {
        resend.stop();
        move(DtlsInput.CLOSE, DtlsState.CLOSED);
    }

    private boolean move(DtlsInput input, DtlsState target) {
        Rule rule = DtlsTable.TABLE.visit(state, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return false;
        }
        DtlsTable.TABLE.check(rule, target);
        state = target;
        return true;
    }
}
