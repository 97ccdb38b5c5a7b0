package dev.sonde.sim.network.transport;

import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

/**
 * One side of an SCTP association with its one data channel. The opener's channel is open as soon
 * as it has sent DATA_CHANNEL_OPEN, the other side's when that arrives.
 */
public final class Sctp {

    /** What a side wants done. Never calls back. */
    public interface Output {

        /** Send a chunk: any input that the other side can get, except ABORT. */
        void chunk(SctpInput chunk);

        /** The channel is open on this side. */
        void opened();

        /** The channel is closed, by the other side or for want of answers. */
        void aborted();
    }

    private final TransportTimers timers;
    private final Output output;
    private final Visits visits;
    private final Resend resend;
    private SctpState state = SctpState.CLOSED;

    public Sctp(TransportTimers timers, Output output, Visits visits) {
        this.timers = timers;
        this.output = output;
        this.visits = visits;
        this.resend = new Resend(timers.sctpTries());
    }

    public SctpState state() {
        return state;
    }

    /** True if this side may send messages over the channel. */
    public boolean isOpen() {
        return state == SctpState.OPENING || state == SctpState.OPEN;
    }

    /** Begins, on the side that offered. */
    public void associate(long nowNanos) {
        if (move(SctpInput.ASSOCIATE, SctpState.COOKIE_WAIT)) {
            first(nowNanos, SctpInput.INIT);
        }
    }

    /** A chunk of the other side arrived. */
    public void onChunk(long nowNanos, SctpInput chunk) {
        switch (chunk) {
            case INIT -> {
                if (move(chunk, state)) {
                    output.chunk(SctpInput.INIT_ACK);
                }
            }
            case INIT_ACK -> {
                if (move(chunk, SctpState.COOKIE_ECHOED)) {
                    first(nowNanos, SctpInput.COOKIE_ECHO);
                }
            }
            case COOKIE_ECHO -> {
                if (move(chunk, state == SctpState.CLOSED ? SctpState.ESTABLISHED : state)) {
                    output.chunk(SctpInput.COOKIE_ACK);
                }
            }
            case COOKIE_ACK -> {
                if (move(chunk, SctpState.OPENING)) {
                    first(nowNanos, SctpInput.CHANNEL_OPEN);
                    output.opened();
                }
            }
            case CHANNEL_OPEN -> onOpen();
            case CHANNEL_ACK -> {
                if (move(chunk, SctpState.OPEN)) {
                    resend.stop();
                }
            }
            case ABORT -> {
                if (move(chunk, SctpState.ABORTED)) {
                    resend.stop();
                    output.aborted();
                }
            }
            default -> throw new IllegalArgumentException(chunk + " is no chunk");
        }
    }

    private void onOpen() {
        boolean first = state == SctpState.ESTABLISHED;
        if (move(SctpInput.CHANNEL_OPEN, SctpState.OPEN)) {
            output.chunk(SctpInput.CHANNEL_ACK);
            if (first) {
                output.opened();
            }
        }
    }

    private void first(long nowNanos, SctpInput chunk) {
        resend.first(nowNanos, timers.sctpNanos());
        output.chunk(chunk);
    }

    /** Does what is due. */
    public void wake(long nowNanos) {
        if (!resend.isDue(nowNanos)) {
            return;
        }
        if (resend.again(nowNanos)) {
            move(SctpInput.TIMER, state);
            output.chunk(
                    switch (state) {
                        case COOKIE_WAIT -> SctpInput.INIT;
                        case COOKIE_ECHOED -> SctpInput.COOKIE_ECHO;
                        default -> SctpInput.CHANNEL_OPEN;
                    });
        } else {
            resend.stop();
            move(SctpInput.EXHAUSTED, SctpState.ABORTED);
            output.aborted();
        }
    }

    /** When to be woken; {@link Long#MAX_VALUE} if never. */
    public long nextDeadlineNanos() {
        return resend.dueNanos();
    }

    public void close() {
        resend.stop();
        move(SctpInput.CLOSE, SctpState.ABORTED);
    }

    private boolean move(SctpInput input, SctpState target) {
        Rule rule = SctpTable.TABLE.visit(state, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return false;
        }
        SctpTable.TABLE.check(rule, target);
        state = target;
        return true;
    }
}
