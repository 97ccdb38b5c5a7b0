package dev.sonde.sim.network.turn;

import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.nat.LongMap;
import dev.sonde.transitions.Rule;
import dev.sonde.transitions.Visits;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A TURN server: allocations by the client's address as the server sees it, permissions by IP
 * address. Credentials are known by the instant at which they are over; 0 stands for none.
 */
public final class TurnServer {

    /** A request carries no credentials. */
    public static final long NO_CREDENTIALS = 0;

    /** Where clients reach it. */
    public static final long SERVICE = Endpoint.of(Endpoint.SERVER, 3478);

    /** How many addresses it relays from, beginning with its own. */
    public static final int ADDRESSES = 1_024;

    private static final long SECOND = 1_000_000_000L;

    /** RFC 8656, section 3.2. */
    public static final long ALLOCATION_NANOS = 600 * SECOND;

    /** RFC 8656, section 2.3. */
    public static final long PERMISSION_NANOS = 300 * SECOND;

    private static final int FIRST_PORT = 49_152;
    private static final int PORTS = 16_384;

    private final Visits visits;
    private final LongMap<Allocation> byClient = new LongMap<>();
    private final LongMap<Allocation> byRelayed = new LongMap<>();
    private int allocated;

    private static final class Allocation {

        private final long client;
        private final long relayed;
        private final long transaction;
        private long untilNanos;
        private int[] permitted = new int[2];
        private long[] permittedUntil = new long[2];
        private int permissions;

        Allocation(long client, long relayed, long transaction) {
            this.client = client;
            this.relayed = relayed;
            this.transaction = transaction;
        }

        void permit(int address, long untilNanos) {
            int at = 0;
            while (at < permissions && permitted[at] != address) {
                at++;
            }
            if (at == permitted.length) {
                permitted = Arrays.copyOf(permitted, 2 * at);
                permittedUntil = Arrays.copyOf(permittedUntil, 2 * at);
            }
            permissions = Math.max(permissions, at + 1);
            permitted[at] = address;
            permittedUntil[at] = untilNanos;
        }

        boolean permits(int address, long nowNanos) {
            for (int i = 0; i < permissions; i++) {
                if (permitted[i] == address) {
                    return nowNanos < permittedUntil[i];
                }
            }
            return false;
        }
    }

    /** @param visits notes which rules of {@link ServerTable} were used */
    public TurnServer(Visits visits) {
        this.visits = visits;
    }

    /**
     * A client asks for a relayed address.
     *
     * @param credentialsUntilNanos when they are over, or {@link #NO_CREDENTIALS}
     */
    public TurnReply allocate(
            long nowNanos, long client, long transaction, long credentialsUntilNanos) {
        Allocation known = live(client, nowNanos);
        TurnReply refusal = refusal(known, nowNanos, credentialsUntilNanos);
        if (refusal != null) {
            return refusal;
        }
        if (known != null) {
            boolean again = known.transaction == transaction;
            visit(known, again ? ServerInput.ALLOCATE_AGAIN : ServerInput.ALLOCATE);
            return again ? TurnReply.GRANTED : TurnReply.MISMATCH;
        }
        visit(null, ServerInput.ALLOCATE);
        if (byClient.isFull()) {
            byClient.retain(old -> old.untilNanos > nowNanos);
            byRelayed.retain(old -> old.untilNanos > nowNanos);
        }
        int number = allocated++;
        int address = Endpoint.SERVER + number / PORTS % ADDRESSES;
        Allocation fresh = new Allocation(
                client, Endpoint.of(address, FIRST_PORT + number % PORTS), transaction);
        fresh.untilNanos = nowNanos + ALLOCATION_NANOS;
        byClient.put(client, fresh);
        byRelayed.put(fresh.relayed, fresh);
        return TurnReply.GRANTED;
    }

    /** A client keeps its allocation, or lets go of it. */
    public TurnReply refresh(
            long nowNanos, long client, boolean release, long credentialsUntilNanos) {
        Allocation known = live(client, nowNanos);
        TurnReply refusal = refusal(known, nowNanos, credentialsUntilNanos);
        if (refusal != null) {
            return refusal;
        }
        visit(known, release ? ServerInput.RELEASE : ServerInput.REFRESH);
        if (known == null) {
            return TurnReply.MISMATCH;
        }
        if (release) {
            forget(known);
        } else {
            known.untilNanos = nowNanos + ALLOCATION_NANOS;
        }
        return TurnReply.GRANTED;
    }

    /** A client wants packets from a peer's address let in. */
    public TurnReply permit(long nowNanos, long client, long peer, long credentialsUntilNanos) {
        Allocation known = live(client, nowNanos);
        TurnReply refusal = refusal(known, nowNanos, credentialsUntilNanos);
        if (refusal != null) {
            return refusal;
        }
        visit(known, ServerInput.PERMIT);
        if (known == null) {
            return TurnReply.MISMATCH;
        }
        known.permit(Endpoint.address(peer), nowNanos + PERMISSION_NANOS);
        return TurnReply.GRANTED;
    }

    private @Nullable TurnReply refusal(
            @Nullable Allocation known, long nowNanos, long credentialsUntilNanos) {
        if (credentialsUntilNanos == NO_CREDENTIALS) {
            visit(known, ServerInput.BARE);
            return TurnReply.CHALLENGE;
        }
        if (nowNanos >= credentialsUntilNanos) {
            visit(known, ServerInput.STALE);
            return TurnReply.EXPIRED;
        }
        return null;
    }

    private void visit(@Nullable Allocation known, ServerInput input) {
        ServerState state = known == null ? ServerState.NONE : ServerState.ALLOCATED;
        Rule rule = ServerTable.TABLE.visit(state, input, visits);
        if (rule.kind() == Rule.Kind.MOVES) {
            boolean gone = input == ServerInput.RELEASE || input == ServerInput.EXPIRE;
            ServerTable.TABLE.check(rule, gone ? ServerState.NONE : ServerState.ALLOCATED);
        }
    }

    private @Nullable Allocation live(long client, long nowNanos) {
        Allocation known = byClient.get(client);
        if (known != null && nowNanos >= known.untilNanos) {
            visit(known, ServerInput.EXPIRE);
            forget(known);
            return null;
        }
        return known;
    }

    private void forget(Allocation known) {
        byClient.remove(known.client);
        byRelayed.remove(known.relayed);
    }

    /** The relayed address of a client; {@link Endpoint#NONE} if it has none. */
    public long relayedOf(long client) {
        Allocation known = byClient.get(client);
        return known == null ? Endpoint.NONE : known.relayed;
    }

    /** The client whose relayed address this is; {@link Endpoint#NONE} if nobody's. */
    public long clientOf(long relayed) {
        Allocation known = byRelayed.get(relayed);
        return known == null ? Endpoint.NONE : known.client;
    }

    /** True if a relayed address lives and this peer may send to it, or be sent to from it. */
    public boolean passes(long nowNanos, long relayed, long peer) {
        Allocation known = byRelayed.get(relayed);
        return known != null
                && nowNanos < known.untilNanos
                && known.permits(Endpoint.address(peer), nowNanos);
    }

    /** Allocations that live now. */
    public int allocations(long nowNanos) {
        byClient.retain(known -> nowNanos < known.untilNanos);
        return byClient.size();
    }
}
