package dev.sonde.sim.network.turn;

import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A client's allocation and its permissions: asks, asks again, keeps alive. Requests over UDP are
 * sent again by a timer that doubles; over TCP they are sent once.
 */
public final class TurnClient {

    /** Sorts of requests. */
    public enum Request {
        CONNECT,
        ALLOCATE,
        REFRESH,
        PERMIT
    }

    /** What a client wants done. Never calls back into the client. */
    public interface Output {

        /** Send a request; {@code peer} is for PERMIT only. */
        void request(Request request, long transaction, long peer, boolean credentials);

        /** Send a Refresh with lifetime 0; nobody waits for its answer. */
        void release();

        void allocated(long relayed, long mapped);

        /** There is no relayed address, or none any more. */
        void failed(String why);

        void permitted(long peer, boolean granted);
    }

    /**
     * How a client waits, in nanoseconds.
     *
     * @param lastWait the wait after the last transmission, in first timers
     * @param connects round trips before the first request: 0 over UDP, 1 over TCP, 2 over TLS 1.3
     */
    public record Timing(long rtoNanos, long rtoMostNanos, int sends, int lastWait, int connects) {}

    /** Before the lifetimes end: a minute, as most clients do. */
    private static final long AHEAD_NANOS = 60_000_000_000L;

    private static final long NEVER = Long.MAX_VALUE;

    private static final class Transaction {

        final Request request;
        final long number;
        final long peer;
        int sent;
        long dueNanos;
        long rtoNanos;

        Transaction(Request request, long number, long peer) {
            this.request = request;
            this.number = number;
            this.peer = peer;
        }
    }

    private static final class Permission {

        final long peer;
        long renewNanos = NEVER;

        Permission(long peer) {
            this.peer = peer;
        }
    }

    private final Timing timing;
    private final Output output;
    private final Visits visits;
    private final List<Transaction> open = new ArrayList<>(2);
    private final List<Permission> permissions = new ArrayList<>(2);
    private ClientState state = ClientState.IDLE;
    private long transactions;
    private int connected;
    private long refreshNanos = NEVER;
    private long nextNanos = NEVER;

    public TurnClient(Timing timing, Output output, Visits visits) {
        this.timing = timing;
        this.output = output;
        this.visits = visits;
    }

    public ClientState state() {
        return state;
    }

    public void start(long nowNanos) {
        boolean connects = timing.connects > 0;
        move(ClientInput.START, connects ? ClientState.CONNECTING : ClientState.ASKING);
        begin(nowNanos, connects ? Request.CONNECT : Request.ALLOCATE, 0);
    }

    /** Asks for a permission; {@link Output#permitted} follows. One for each IP address. */
    public void permit(long nowNanos, long peer) {
        for (int i = 0; i < permissions.size(); i++) {
            if (Endpoint.address(permissions.get(i).peer) == Endpoint.address(peer)) {
                if (permissions.get(i).renewNanos != NEVER) {
                    output.permitted(peer, true);
                }
                return;
            }
        }
        if (state == ClientState.ALLOCATED) {
            permissions.add(new Permission(peer));
            begin(nowNanos, Request.PERMIT, peer);
        }
    }

    private void begin(long nowNanos, Request request, long peer) {
        Transaction begun = new Transaction(request, ++transactions, peer);
        begun.rtoNanos = timing.rtoNanos;
        open.add(begun);
        transmit(nowNanos, begun);
        look();
    }

    private void transmit(long nowNanos, Transaction of) {
        output.request(of.request, of.number, of.peer, state != ClientState.ASKING);
        of.sent++;
        if (timing.connects > 0) {
            of.sent = timing.sends;
        }
        of.dueNanos =
                nowNanos + (of.sent == timing.sends ? timing.rtoNanos * lastWait() : of.rtoNanos);
        of.rtoNanos = Math.min(2 * of.rtoNanos, timing.rtoMostNanos);
    }

    private long lastWait() {
        // A request over TCP waits as long as one over UDP would in all (RFC 8489, section 6.2.2).
        return timing.connects > 0 ? 79 : timing.lastWait;
    }

    private void look() {
        long next = refreshNanos;
        for (int i = 0; i < open.size(); i++) {
            next = Math.min(next, open.get(i).dueNanos);
        }
        for (int i = 0; i < permissions.size(); i++) {
            next = Math.min(next, permissions.get(i).renewNanos);
        }
        nextNanos = next;
    }

    /** The server answered the opening of a connection. */
    public void onConnected(long nowNanos, long transaction) {
        if (close(transaction) == null) {
            return;
        }
        connected++;
        boolean more = connected < timing.connects;
        move(ClientInput.CONNECTED, more ? ClientState.CONNECTING : ClientState.ASKING);
        begin(nowNanos, more ? Request.CONNECT : Request.ALLOCATE, 0);
    }

    /** The server answered a request. */
    public void onReply(
            long nowNanos, long transaction, TurnReply reply, long relayed, long mapped) {
        Transaction answered = close(transaction);
        if (answered == null) {
            return;
        }
        boolean granted = reply == TurnReply.GRANTED;
        if (answered.request == Request.PERMIT) {
            permission(nowNanos, answered.peer, granted);
        } else if (reply == TurnReply.CHALLENGE) {
            if (move(ClientInput.CHALLENGE, ClientState.PROVING)) {
                begin(nowNanos, Request.ALLOCATE, 0);
            }
        } else if (granted) {
            boolean first = state == ClientState.PROVING;
            refreshNanos = nowNanos + TurnServer.ALLOCATION_NANOS - AHEAD_NANOS;
            move(ClientInput.GRANTED, ClientState.ALLOCATED);
            if (first) {
                output.allocated(relayed, mapped);
            }
        } else {
            fail(ClientInput.REFUSED, reply == TurnReply.EXPIRED ? "401" : "437");
        }
        look();
    }

    private void permission(long nowNanos, long peer, boolean granted) {
        for (int i = 0; i < permissions.size(); i++) {
            Permission permission = permissions.get(i);
            if (permission.peer == peer) {
                permission.renewNanos =
                        granted ? nowNanos + TurnServer.PERMISSION_NANOS - AHEAD_NANOS : NEVER;
            }
        }
        output.permitted(peer, granted);
    }

    private @Nullable Transaction close(long number) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).number == number) {
                return open.remove(i);
            }
        }
        return null;
    }

    private void fail(ClientInput input, String why) {
        if (move(input, ClientState.FAILED)) {
            open.clear();
            permissions.clear();
            refreshNanos = NEVER;
            output.failed(why);
        }
    }

    /** Does what is due. */
    public void wake(long nowNanos) {
        if (nowNanos < nextNanos) {
            return;
        }
        for (int i = 0; i < open.size(); i++) {
            Transaction transaction = open.get(i);
            if (transaction.dueNanos <= nowNanos) {
                if (transaction.sent < timing.sends) {
                    transmit(nowNanos, transaction);
                } else {
                    open.remove(i--);
                    exhausted(nowNanos, transaction);
                }
            }
        }
        if (refreshNanos <= nowNanos) {
            refreshNanos = NEVER;
            begin(nowNanos, Request.REFRESH, 0);
        }
        for (int i = 0; i < permissions.size(); i++) {
            if (permissions.get(i).renewNanos <= nowNanos) {
                permissions.get(i).renewNanos = NEVER;
                begin(nowNanos, Request.PERMIT, permissions.get(i).peer);
            }
        }
        look();
    }

    private void exhausted(long nowNanos, Transaction transaction) {
        if (transaction.request == Request.PERMIT) {
            permission(nowNanos, transaction.peer, false);
        } else {
            fail(ClientInput.EXHAUSTED, "no answer");
        }
    }

    /** When to be woken; {@link Long#MAX_VALUE} if never. */
    public long nextDeadlineNanos() {
        return nextNanos;
    }

    public void close() {
        boolean held = state == ClientState.ALLOCATED;
        move(ClientInput.CLOSE, ClientState.CLOSED);
        open.clear();
        permissions.clear();
        refreshNanos = NEVER;
        nextNanos = NEVER;
        if (held) {
            output.release();
        }
    }

    private boolean move(ClientInput input, ClientState target) {
        Rule rule = ClientTable.TABLE.visit(state, input, visits);
        if (rule.kind() != Rule.Kind.MOVES) {
            return false;
        }
        ClientTable.TABLE.check(rule, target);
        state = target;
        return true;
    }
}
